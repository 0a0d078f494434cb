package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import offlist.delist.TaskFilter;
import picocli.CommandLine.Parameters;

/** The argument that names a task. */
final class TaskName {
    private static final int MOST = 10;

    @Parameters(
            index = "0",
            paramLabel = "TASK",
            description =
                    "The id of a task, as offlist tasks shows it, or ADDRESS/LIST for the one that is not closed.")
    private String task = "";

    /**
     * The id, ready for a path.
     *
     * @throws CommandError when the name means no task, or more than one
     */
    String id(DaemonApi daemon) {
        if (task.isBlank()) {
            throw new CommandError(CommandError.Exit.USAGE, "an id is empty");
        }
        int slash = task.lastIndexOf('/');
        return DaemonApi.encoded(slash < 0 ? task : find(daemon, task.substring(0, slash), task.substring(slash + 1)));
    }

    private static String find(DaemonApi daemon, String address, String list) {
        JsonNode live = daemon.get(
                        "/api/v1/tasks?limit=" + MOST + "&state=" + TaskFilter.LIVE + "&address="
                                + DaemonApi.encoded(address) + "&list=" + DaemonApi.encoded(list),
                        "items")
                .orRefuse()
                .path("items");
        if (live.size() == 1) {
            return live.path(0).path("id").asText();
        }
        throw new CommandError(
                CommandError.Exit.USAGE,
                live.isEmpty()
                        ? "no task of " + address + " on " + list + " is open; one that is closed is named by its id: "
                                + "offlist tasks --state closed --address " + address
                        : "there is more than one task of " + address + " on " + list + ", name one by its id: "
                                + ids(live));
    }

    private static String ids(JsonNode tasks) {
        return StreamSupport.stream(tasks.spliterator(), false)
                .map(task -> task.path("id").asText())
                .collect(Collectors.joining(", "));
    }
}
