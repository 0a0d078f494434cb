package offlist.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.NotAsked;
import offlist.config.Settings;
import offlist.dns.ResolverId;
import offlist.probe.Health;
import offlist.probe.HealthProbe;
import offlist.schedule.Plan;
import offlist.schedule.Planner;
import offlist.yaml.Durations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The catalogue, and how the lists in use do. */
@Command(
        name = "lists",
        description = "Shows the lists in use and why others are not; --verify asks their test points.",
        mixinStandardHelpOptions = true)
final class ListsCommand implements Callable<Integer> {
    @Option(names = "--verify", description = "Ask the test points of the lists in use through the resolvers.")
    private boolean verify;

    @Option(names = "--all", description = "Show all lists of the catalogue.")
    private boolean all;

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
        try (OneShot oneShot = new OneShot(config.file(), command.getErr())) {
            return verify ? verify(oneShot, command.getOut()) : show(oneShot, command.getOut());
        }
    }

    private static int check(Path directory, PrintWriter out) {
        CatalogueCheckRun run = CatalogueCheckRun.of(directory);
        run.lines().forEach(line -> out.println(Plain.text(line)));
        return run.ok() ? 0 : Refusal.Exit.CONFIG.code();
    }

    private int show(OneShot oneShot, PrintWriter out) {
        Settings settings = oneShot.settings();
        Table table = new Table("LIST", "ZONE", "SEVERITY", "ASKS", "EVERY", "NOTE");
        for (WatchedList list : WatchedLists.of(settings)) {
            DnsList known = list.asked().list();
            Plan plan = Planner.plan(
                    known.usage(),
                    list.own(),
                    list.interval(),
                    settings.interval().orElse(Settings.DEFAULT_INTERVAL),
                    list.rate(),
                    0);
            table.row(
                    known.id().value(),
                    known.zone().display(),
                    known.severity().label(),
                    kinds(known),
                    Durations.print(plan.planned()),
                    known.name());
        }
        out.print(table.text());
        List<NotAsked> others = settings.lists().notAsked().stream()
                .filter(not -> all || not.why() != NotAsked.Why.NOT_IN_USE)
                .toList();
        if (!others.isEmpty()) {
            Table rest = new Table("NOT ASKED", "ZONE", "WHY");
            others.forEach(
                    not -> rest.row(not.list().id().value(), not.list().zone().display(), not.words()));
            out.println();
            out.print(rest.text());
        }
        if (!all) {
            out.println();
            out.println("offlist lists --all shows the whole catalogue, --verify asks the test points.");
        }
        return 0;
    }

    private static String kinds(DnsList list) {
        return list.kinds().stream().sorted().map(Kind::label).collect(Collectors.joining(" "));
    }

    private record Finding(WatchedList list, Kind kind, ResolverId resolver, CompletableFuture<Health> health) {}

    private static int verify(OneShot oneShot, PrintWriter out) {
        HealthProbe probe = new HealthProbe(oneShot.resolvers()::resolver);
        List<Finding> findings = oneShot.lists(List.of()).stream()
                .flatMap(list -> list.asked().list().kinds().stream()
                        .sorted()
                        .flatMap(kind -> list.asked().resolvers().stream()
                                .map(resolver ->
                                        new Finding(list, kind, resolver, probe.check(list.asked(), kind, resolver)))))
                .toList();
        Progress progress = Progress.onTerminal("verified", findings.size());
        findings.forEach(finding -> finding.health().thenRun(progress::advance));
        Table table = new Table("LIST", "ASKS", "RESOLVER", "STATE", "WHAT TO DO");
        boolean allWell = true;
        for (Finding finding : findings) {
            Health health = finding.health().join();
            allWell &= health.believable();
            table.row(
                    finding.list().id().value(),
                    finding.kind().label(),
                    finding.resolver().value(),
                    health.state().label().replace('_', ' '),
                    health.cause());
        }
        progress.end();
        out.print(table.text());
        return allWell ? 0 : 2;
    }
}
