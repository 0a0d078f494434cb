package offlist.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import offlist.pool.PoolKeeper;
import offlist.pool.PoolMember;
import offlist.pool.PoolName;
import offlist.pool.PoolReading;
import offlist.pool.SourceStatus;
import offlist.pool.YieldStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What each source of the pools yields now. */
@Command(
        name = "pool",
        description = "Shows the addresses that each source of the pools yields now.",
        mixinStandardHelpOptions = true)
final class PoolCommand implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    @Mixin
    private ConfigOption config = new ConfigOption();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        try (OneShot oneShot = new OneShot(config.file(), command.getErr())) {
            PoolKeeper keeper = new PoolKeeper(
                    oneShot.resolvers().lookups(WatchedLists.resolvers(oneShot.settings()), TIMEOUT, 2),
                    YieldStore.inMemory(),
                    InstantSource.system());
            keeper.configure(oneShot.settings().pools());
            PoolReading reading = keeper.refreshAll();
            print(reading, command.getOut());
            return reading.states().stream().anyMatch(state -> state.status() == SourceStatus.FAILED) ? 2 : 0;
        }
    }

    private static void print(PoolReading reading, PrintWriter out) {
        if (reading.states().isEmpty()) {
            out.println("No pool is configured.");
            return;
        }
        Table sources = new Table("SOURCE", "STATUS", "MEMBERS", "REMARKS");
        reading.states().forEach(state -> {
            sources.row(state.id(), state.status().label(), String.valueOf(state.size()), state.message());
            state.notes().forEach(note -> sources.row("", "", "", note));
        });
        out.print(sources.text());
        out.println();
        for (PoolMember member : reading.pool().members()) {
            out.println(member.target().text() + "  "
                    + String.join(
                            " ", member.pools().stream().map(PoolName::value).toList()));
        }
    }
}
