package offlist.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.NotAsked;
import offlist.config.Settings;
import offlist.probe.HealthProbe;
import offlist.schedule.Plan;
import offlist.yaml.Durations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The catalogue, and how the lists do. */
@Command(
        name = "lists",
        description = {
            "Shows the lists in use and why others are not; --verify asks their test points.",
            "Exit code of --verify: 0 all well, 2 some not, 64 a name that means nothing.",
        },
        mixinStandardHelpOptions = true)
final class ListsCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "LIST",
            description = "Only these lists or profiles, in use or not; else the lists in use.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--verify", description = "Ask the test points of the lists through the resolvers.")
    private boolean verify;

    @Option(names = "--all", description = "All lists of the catalogue; with --verify all that can be asked.")
    private boolean all;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--check",
            paramLabel = "DIR",
            description = "Check a directory of catalogue files; nothing is asked and no configuration read.")
    private @Nullable Path directory;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        if (directory != null) {
            return check(directory, command.getOut());
        }
        if (all && !names.isEmpty()) {
            throw new CommandError(CommandError.Exit.USAGE, "--all is every list; leave it out, or the names");
        }
        try (OneShot oneShot = new OneShot(config.file(), command.getErr())) {
            return verify ? verify(oneShot, command.getOut()) : show(oneShot, command.getOut());
        }
    }

    private static int check(Path directory, PrintWriter out) {
        CatalogueCheckRun run = CatalogueCheckRun.of(directory);
        run.lines().forEach(line -> out.println(Plain.text(line)));
        return run.ok() ? 0 : CommandError.Exit.CONFIG.code();
    }

    private Askable chosen(OneShot oneShot) {
        Settings settings = oneShot.settings();
        if (!names.isEmpty()) {
            return Askable.named(settings, oneShot.catalogue(), names);
        }
        return verify && all ? Askable.all(settings, oneShot.catalogue()) : Askable.inUse(settings);
    }

    private int verify(OneShot oneShot, PrintWriter out) {
        Askable chosen = chosen(oneShot);
        Progress progress = Progress.onTerminal("verified", VerifyRun.size(chosen.lists()));
        VerifyRun run = new VerifyRun(new HealthProbe(oneShot::resolver));
        VerifyReport report = new VerifyReport(chosen, run.run(chosen.lists(), progress), !names.isEmpty());
        if (json) {
            out.println(new ListsJson(oneShot.settings(), plans(oneShot, chosen))
                    .of(report)
                    .toPrettyString());
        } else {
            out.print(report.text());
        }
        return report.exit();
    }

    private int show(OneShot oneShot, PrintWriter out) {
        Askable shown = names.isEmpty() ? everythingKnown(oneShot.settings()) : chosen(oneShot);
        Plans plans = plans(oneShot, shown);
        if (json) {
            out.println(new ListsJson(oneShot.settings(), plans).of(shown).toPrettyString());
            return 0;
        }
        if (!shown.lists().isEmpty()) {
            out.print(table(shown.lists(), plans));
            stretched(shown.lists(), plans).forEach(out::println);
        }
        if (!shown.barred().isEmpty()) {
            Table rest = new Table("NOT ASKED", "ZONE", "WHY");
            shown.barred().forEach(list -> rest.row(list.id(), list.zone(), list.why()));
            out.println();
            out.print(rest.text());
        }
        if (!all && names.isEmpty()) {
            out.println();
            out.println("offlist lists --all shows the whole catalogue, --verify asks the test points.");
        }
        return 0;
    }

    private static Plans plans(OneShot oneShot, Askable shown) {
        return Plans.of(oneShot.settings(), oneShot.resolvers(), shown.lists());
    }

    /** Why lists are asked less often than wanted. */
    private static List<String> stretched(List<WatchedList> lists, Plans plans) {
        List<String> lines = lists.stream()
                .flatMap(list -> plans.of(list).filter(Plan::stretched).stream()
                        .map(plan -> list.id() + " is asked every " + Durations.print(minutes(plan.planned()))
                                + " and not every " + Durations.print(plan.wanted()) + ": " + plan.stretch()))
                .toList();
        return lines.isEmpty()
                ? lines
                : Stream.concat(Stream.of(""), lines.stream()).toList();
    }

    /** Nobody plans by the millisecond. */
    private static Duration minutes(Duration planned) {
        return planned.compareTo(Duration.ofMinutes(10)) < 0
                ? Duration.ofSeconds(Math.max(1, planned.toSeconds()))
                : Duration.ofMinutes(planned.toMinutes());
    }

    private static String table(List<WatchedList> lists, Plans plans) {
        Table table = new Table("LIST", "ZONE", "SEVERITY", "ASKS", "EVERY", "A DAY", "OF", "NOTE");
        for (WatchedList list : lists) {
            DnsList known = list.asked().list();
            table.row(
                    known.id().value(),
                    known.zone().display(),
                    known.severity().label(),
                    kinds(known),
                    plans.of(list)
                            .map(plan -> Durations.print(minutes(plan.planned())))
                            .orElse(""),
                    plans.of(list)
                            .map(plan -> String.valueOf(plan.load().planned()))
                            .orElse(""),
                    plans.of(list)
                            .flatMap(plan -> plan.terms().quota())
                            .map(quota -> String.valueOf(quota.perDay()))
                            .orElse(""),
                    known.name());
        }
        return table.text();
    }

    /** The lists in use, and of the others those that are wanted, or all. */
    private Askable everythingKnown(Settings settings) {
        return new Askable(
                WatchedLists.of(settings),
                settings.lists().notAsked().stream()
                        .filter(not -> all || not.why() != NotAsked.Why.NOT_IN_USE)
                        .map(Askable.Barred::of)
                        .toList());
    }

    private static String kinds(DnsList list) {
        return list.kinds().stream().sorted().map(Kind::label).collect(Collectors.joining(" "));
    }
}
