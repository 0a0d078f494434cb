package offlist.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import offlist.catalogue.ListType;
import offlist.pool.Target;
import offlist.probe.Observation;
import offlist.probe.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks now and prints what was said. */
@Command(
        name = "check",
        description = "Asks the lists now. Exit code 0: clean everywhere, 1: listed somewhere, 2: some could not tell.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "TARGET", description = "Addresses, ranges, CIDRs or domain names.")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--list", paramLabel = "ID", description = "Only these lists; may be repeated.", split = ",")
    private List<String> lists = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--alone", description = "Do not ask a daemon on this machine what it remembers.")
    private boolean alone;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        List<Target> wanted = TargetTexts.parse(targets);
        try (OneShot oneShot = new OneShot(config.file(), command.getErr())) {
            List<WatchedList> asked = oneShot.lists(lists);
            Progress progress = Progress.onTerminal("checked", (long) asked.size() * wanted.size());
            List<CheckRun.Line> lines = oneShot.checkRun().run(asked, wanted, progress).stream()
                    .sorted(Comparator.<CheckRun.Line>comparingInt(line -> wanted.indexOf(line.target()))
                            .thenComparing(line -> rank(line))
                            .thenComparing(line -> line.list().id()))
                    .toList();
            print(
                    wanted,
                    lines,
                    new LastAnswers(alone ? Optional.empty() : Optional.of(DaemonMemory.here())),
                    command.getOut());
            return exit(lines);
        }
    }

    private static int rank(CheckRun.Line line) {
        return switch (line.verdict()) {
            case "listed" -> 0;
            case "unknown" -> 1;
            default -> 2;
        };
    }

    /** Being on an allow list, or on one that only informs, is no harm. */
    private static boolean harmful(CheckRun.Line line) {
        return line.verdict().equals("listed") && line.list().asked().list().type() == ListType.BLOCK;
    }

    private static int exit(List<CheckRun.Line> lines) {
        if (lines.stream().anyMatch(CheckCommand::harmful)) {
            return 1;
        }
        return lines.isEmpty() || lines.stream().anyMatch(line -> line.verdict().equals("unknown")) ? 2 : 0;
    }

    private void print(List<Target> wanted, List<CheckRun.Line> lines, LastAnswers last, PrintWriter out) {
        if (json) {
            out.println(json(lines, last).toPrettyString());
            return;
        }
        Table table = new Table("ADDRESS", "LIST", "VERDICT", "ANSWER", "WHAT IT MEANS");
        lines.stream()
                .filter(line -> wanted.size() == 1 || !line.verdict().equals("not_listed"))
                .forEach(line -> table.row(
                        line.target().text(),
                        line.list().id().value(),
                        line.verdict().replace('_', ' '),
                        line.observation().map(Observation::raw).orElse("-"),
                        last(line, last)
                                .map(answer -> meaning(line) + "; " + answer.words(Instant.now()))
                                .orElseGet(() -> meaning(line))));
        if (!table.isEmpty()) {
            out.print(table.text());
        }
        out.println(summary(lines));
    }

    private static String summary(List<CheckRun.Line> lines) {
        if (lines.isEmpty()) {
            return "No list was asked: none in use takes such a target.";
        }
        long listed = lines.stream().filter(CheckCommand::harmful).count();
        long unknown =
                lines.stream().filter(line -> line.verdict().equals("unknown")).count();
        return lines.size() + " checks: " + listed + " listed, " + unknown + " unknown, "
                + lines.stream()
                        .filter(line -> line.verdict().equals("not_listed"))
                        .count() + " not listed.";
    }

    /** What the daemon heard last, where nobody can tell now. */
    private static Optional<LastAnswers.LastAnswer> last(CheckRun.Line line, LastAnswers last) {
        return line.verdict().equals("unknown")
                ? last.of(line.target(), line.list().id())
                : Optional.empty();
    }

    private static String meaning(CheckRun.Line line) {
        return line.observation()
                .map(observation -> Words.of(observation.verdict()))
                .orElse(line.health().cause());
    }

    private static ObjectNode json(List<CheckRun.Line> lines, LastAnswers last) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode items = root.putArray("items");
        for (CheckRun.Line line : lines) {
            ObjectNode item = items.addObject()
                    .put("address", line.target().text())
                    .put("list", line.list().id().value())
                    .put("verdict", line.verdict())
                    .put("answer", line.observation().map(Observation::raw).orElse(null))
                    .put(
                            "resolver",
                            line.observation().map(o -> o.resolver().value()).orElse(null))
                    .put("health", line.health().state().label())
                    .put("meaning", meaning(line));
            Optional<LastAnswers.LastAnswer> answer = last(line, last);
            item.put("lastAnswerAt", answer.map(each -> each.at().toString()).orElse(null))
                    .put(
                            "lastAnswer",
                            answer.map(LastAnswers.LastAnswer::verdict).orElse(null));
            line.observation()
                    .map(Observation::verdict)
                    .ifPresent(verdict -> verdict.score().ifPresent(score -> item.put("score", score)));
            ArrayNode codes = item.putArray("codes");
            if (line.observation().map(Observation::verdict).orElse(null) instanceof Verdict.Listed listed) {
                listed.hits()
                        .forEach(hit -> codes.addObject()
                                .put("answer", hit.answer())
                                .put("reason", hit.code().reason())
                                .put("meaning", hit.code().meaning()));
                item.put("text", listed.text());
            }
        }
        return root;
    }
}
