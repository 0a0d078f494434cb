package offlist.schedule;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import offlist.catalogue.Kind;
import offlist.pool.IpAddress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The next slot of a rotor that is always behind. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RotorBench {
    private static final int ADDRESSES = 65_536;

    private final Ring ring = Ring.of(Kind.IPV4);
    private final Rotor rotor = new Rotor(full(ring), Duration.ofNanos(ADDRESSES), 0);
    private long now;

    private static Ring full(Ring ring) {
        for (int i = 0; i < ADDRESSES; i++) {
            ring.add(IpAddress.v4(0x0A000000 + i));
        }
        return ring;
    }

    @Benchmark
    public int nextSlot() {
        now += 1_000;
        return rotor.next(now);
    }
}
