package offlist.probe;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import offlist.catalogue.DnsList;
import offlist.catalogue.Effect;
import offlist.catalogue.Zone;
import offlist.dns.Answer;
import offlist.pool.IpAddress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** The name of a question as an object, as all but the even turns need it, and verdicts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ProbeBench {
    private final Zone zone = Zone.of("z00.bench.example");
    private final DnsList list = AskedLists.list(
            AskedLists.code("127.0.0.2", Effect.LISTED),
            AskedLists.code("127.0.0.3", Effect.LISTED),
            AskedLists.code("127.0.0.10", Effect.LISTED),
            AskedLists.code("127.255.255.254", Effect.ERROR));
    private final Answer none = new Answer.NoSuchName(Duration.ofMinutes(1));
    private final Answer listed = records("127.0.0.3");
    private int address = 0x0A000000;

    private static Answer records(String value) {
        try {
            Name name = Name.fromConstantString("2.0.0.10.z00.bench.example.");
            Record record = Record.fromString(name, Type.A, DClass.IN, 60, value, Name.root);
            return new Answer.Records(List.of(record), Duration.ofMinutes(1), false);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Benchmark
    public Optional<QueryName> nameAsObject() {
        return QueryName.of(zone, IpAddress.v4(address++));
    }

    @Benchmark
    public Verdict verdictOfNoSuchName() {
        return VerdictReader.read(list, none);
    }

    @Benchmark
    public Verdict verdictOfAListing() {
        return VerdictReader.read(list, listed);
    }
}
