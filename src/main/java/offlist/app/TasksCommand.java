package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import offlist.delist.TaskFilter;
import offlist.delist.TaskState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The removal tasks of the running daemon. */
@Command(
        name = "tasks",
        description = "Shows the removal tasks of the running daemon, the newest first.",
        mixinStandardHelpOptions = true,
        subcommands = {TaskShowCommand.class, TaskOpenCommand.class, TaskDraftCommand.class, TaskMailCommand.class})
final class TasksCommand extends TaskActions implements Callable<Integer> {
    private static final int MOST = 1000;

    @Option(names = "--list", paramLabel = "LIST", description = "Only those of this list.")
    private @Nullable String list;

    @Option(names = "--pool", paramLabel = "POOL", description = "Only those of this pool.")
    private @Nullable String pool;

    @Option(names = "--address", paramLabel = "ADDRESS", description = "Only those of this address or domain.")
    private @Nullable String address;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Only those in this state, such as blocked; else all that are not closed.",
            completionCandidates = States.class)
    private String state = TaskFilter.LIVE;

    @Mixin
    private Printed printed = new Printed();

    /** What can be said of {@code --state}. */
    static final class States implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return TaskState.LABELS.iterator();
        }
    }

    @Override
    public Integer call() {
        JsonNode page = DaemonApi.here(Muted.PATIENCE)
                .get("/api/v1/tasks?limit=" + MOST + filter(), "items")
                .orRefuse();
        return printed.print(page, out -> out.print(text(page.path("items"))));
    }

    private String filter() {
        Map<String, @Nullable String> wanted = new LinkedHashMap<>();
        wanted.put("state", state);
        wanted.put("list", list);
        wanted.put("pool", pool);
        wanted.put("address", address);
        return wanted.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .map(each -> "&" + each.getKey() + "=" + DaemonApi.encoded(String.valueOf(each.getValue())))
                .collect(Collectors.joining());
    }

    private static String text(JsonNode tasks) {
        Instant now = Instant.now();
        Table table = new Table("TASK", "STATE", "ADDRESS", "LIST", "SEVERITY", "SINCE", "WHEN");
        for (JsonNode task : tasks) {
            table.row(
                    task.path("id").asText(),
                    task.path("state").asText(),
                    task.path("address").asText(),
                    task.path("list").asText(),
                    task.path("severity").asText(),
                    Muted.moment(task.path("openedAt"), now),
                    String.join(", ", when(task, now)));
        }
        String more = tasks.size() < MOST ? "" : "These are the newest " + MOST + ".\n";
        return table.isEmpty() ? "There is no such task.\n" : table.text() + more;
    }

    /** The date that matters next, of those that there are. */
    private static List<String> when(JsonNode task, Instant now) {
        boolean unasked = task.path("dueAt").isNull() || task.path("dueAt").isMissingNode();
        JsonNode at = task.path(unasked ? "askAgainAt" : "dueAt");
        if (!at.isTextual() || task.path("closedAt").isTextual()) {
            return List.of();
        }
        return List.of((unasked ? "ask again " : "due ") + Muted.moment(at, now));
    }
}
