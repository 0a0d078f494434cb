package offlist.fuzz;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./offlist bench fuzz}. */
@Command(
        name = "fuzz",
        description = {
            "Breaks recorded answers of rbldnsd and unbound in every way and gives them to the code that reads answers.",
            "Ends with 1 and the round that failed when a packet makes it throw, work without bound, take what is no",
            "answer to its question, or say what is not in the packet."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class FuzzCommand implements Callable<Integer> {
    private static final long MIB = 1 << 20;

    @Option(names = "--packets", paramLabel = "N", description = "Packets to send.")
    private long packets = 1_000_000;

    @Option(names = "--seed", paramLabel = "S", description = "What all chance comes from.")
    private long seed = 20_261_122;

    @Option(names = "--round", paramLabel = "R", description = "Play this round alone, such as one that failed.")
    private @Nullable Long round;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        DnsFuzz fuzz = new DnsFuzz(seed);
        try {
            long began = System.nanoTime();
            long early = 0;
            long arrived = round == null ? fuzz.run(packets / 10) : fuzz.round(round);
            if (round == null) {
                early = kept();
                arrived += fuzz.run(packets - arrived);
            }
            print(out, fuzz.tally(), arrived, System.nanoTime() - began, early);
            return 0;
        } catch (AssertionError e) {
            e.printStackTrace(out);
            return 1;
        }
    }

    private void print(PrintWriter out, Tally tally, long arrived, long nanos, long early) {
        double seconds = nanos / 1e9;
        out.printf(
                Locale.ROOT,
                "seed %d: %,d packets in %.1f s, %,.0f packets/s%n",
                seed,
                arrived,
                seconds,
                arrived / seconds);
        out.println("UDP packets: " + tally.under("gate.") + "; over TCP: " + tally.of("tcp"));
        out.println("answers: " + tally.under("answer."));
        out.println("verdicts: " + tally.under("verdict."));
        out.printf(
                Locale.ROOT,
                "most work for one check: %,d kB allocated, %d ms%n",
                tally.mostBytes() / 1024,
                tally.mostMillis());
        out.printf(
                Locale.ROOT,
                "heap: at most %d MB of %d MB in use, %d MB kept after a tenth, %d MB kept at the end%n",
                peak() / MIB,
                Runtime.getRuntime().maxMemory() / MIB,
                early / MIB,
                kept() / MIB);
        out.println("no promise was broken");
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    /** In use after a collection. */
    private static long kept() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
