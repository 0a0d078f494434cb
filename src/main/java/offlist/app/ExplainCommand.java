package offlist.app;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import offlist.pool.Target;
import offlist.probe.Explainer;
import offlist.probe.Explanation;
import offlist.schedule.PollLoop;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Every step from question to verdict. */
@Command(
        name = "explain",
        description = {
            "Shows every step from question to verdict for one address on one list, what was known before and what follows.",
            "Exit code 0: not listed, 1: listed, 2: the list cannot tell.",
        },
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ADDRESS", description = "An address or a domain name.")
    private String address = "";

    @Parameters(index = "1", paramLabel = "LIST", description = "The id of a list.")
    private String list = "";

    @Option(names = "--alone", description = "Do not ask a daemon on this machine what it remembers.")
    private boolean alone;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        Target target = single();
        try (OneShot oneShot = new OneShot(config.file(), command.getErr())) {
            WatchedList asked = oneShot.lists(List.of(list)).stream()
                    .filter(known -> known.id().value().equals(list))
                    .findFirst()
                    .orElseThrow(
                            () -> new CommandError(CommandError.Exit.USAGE, "`" + list + "` names no single list"));
            if (!asked.asked().list().kinds().contains(PollLoop.kindOf(target))) {
                throw new CommandError(
                        CommandError.Exit.USAGE,
                        "`" + list + "` is not asked about "
                                + PollLoop.kindOf(target).label() + " targets");
            }
            ExplainReport report = report(oneShot, target, asked);
            if (json) {
                command.getOut().println(report.json().toPrettyString());
            } else {
                command.getOut().print(report.text());
            }
            return report.exit();
        }
    }

    private ExplainReport report(OneShot oneShot, Target target, WatchedList asked) {
        // Before the question, which the daemon does not hear of.
        DaemonMemory.Said said = said(target);
        Explainer explainer = new Explainer(oneShot::resolver);
        List<CompletableFuture<Explanation>> explanations = asked.asked().resolvers().stream()
                .map(resolver -> explainer.explain(asked.asked(), target, resolver))
                .toList();
        return new ExplainReport(
                target,
                asked,
                oneShot.settings().lists().catalogue().file(asked.id()),
                said,
                explanations.stream().map(CompletableFuture::join).toList(),
                Instant.now());
    }

    private DaemonMemory.Said said(Target target) {
        return alone
                ? DaemonMemory.Said.nothing("nothing is known from before: no daemon was asked")
                : DaemonMemory.here().pair(target.text(), list);
    }

    private Target single() {
        List<Target> targets = TargetTexts.parse(List.of(address));
        if (targets.size() != 1) {
            throw new CommandError(CommandError.Exit.USAGE, "one address at a time, not the range `" + address + "`");
        }
        return targets.getFirst();
    }
}
