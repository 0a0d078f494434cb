package offlist.bounce.message;

import java.util.List;
import java.util.concurrent.TimeUnit;
import offlist.bounce.Bounce;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Messages that came back, read one after the other: a sample of each form, whole and broken. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MessageBench {
    private final MessageReader reader = new MessageReader();
    private final List<byte[]> messages =
            Sample.all().stream().map(Sample::message).toList();
    private int next;

    @Benchmark
    public Bounce messageOfAnyForm() {
        next = (next + 1) % messages.size();
        return reader.read(messages.get(next));
    }
}
