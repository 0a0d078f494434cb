package offlist.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import offlist.dns.ResolverId;
import offlist.pool.Target;
import offlist.probe.Explainer;
import offlist.probe.Explanation;
import offlist.schedule.PollLoop;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Every step from question to verdict. */
@Command(
        name = "explain",
        description = "Shows every step from question to verdict for one address on one list.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ADDRESS", description = "An address or a domain name.")
    private String address = "";

    @Parameters(index = "1", paramLabel = "LIST", description = "The id of a list.")
    private String list = "";

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
                    .orElseThrow(() -> new Refusal(Refusal.Exit.USAGE, "`" + list + "` names no single list"));
            if (!asked.asked().list().kinds().contains(PollLoop.kindOf(target))) {
                throw new Refusal(
                        Refusal.Exit.USAGE,
                        "`" + list + "` is not asked about "
                                + PollLoop.kindOf(target).label() + " targets");
            }
            Explainer explainer = new Explainer(oneShot.resolvers()::resolver);
            boolean listed = false;
            boolean unknown = false;
            for (ResolverId resolver : asked.asked().resolvers()) {
                Explanation explanation =
                        explainer.explain(asked.asked(), target, resolver).join();
                print(explanation, command.getOut());
                listed |= explanation.verdict().label().equals("listed");
                unknown |= !explanation.verdict().definite();
            }
            return listed ? 1 : unknown ? 2 : 0;
        }
    }

    private Target single() {
        List<Target> targets = TargetTexts.parse(List.of(address));
        if (targets.size() != 1) {
            throw new Refusal(Refusal.Exit.USAGE, "one address at a time, not the range `" + address + "`");
        }
        return targets.getFirst();
    }

    private static void print(Explanation explanation, PrintWriter out) {
        Table table = new Table("STEP", "WHAT IT SAYS");
        explanation.steps().forEach(step -> table.row(step.what(), step.says()));
        out.print(table.text());
    }
}
