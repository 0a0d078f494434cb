package offlist.dns;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Questions as the even turns write them, and answers as all others read them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DnsBench {
    private final Name zone = Name.fromConstantString("z00.bench.example.");
    private final Question question = new Question(Name.fromConstantString("2.2.0.10.z00.bench.example."), Type.A);
    private final QuestionTemplate template = new QuestionTemplate(zone, Type.A);
    private final ByteBuffer into = ByteBuffer.allocateDirect(512);
    private final byte[] none = none();
    private final InFlight inFlight = new InFlight(1);
    private final int entry = inFlight.next();
    private final ByteBuffer answer = answer();
    private int address = 0x0A000000;

    private ByteBuffer answer() {
        int begin = InFlight.begin(entry);
        int end = template.putV4(inFlight.bytes(), begin, 4711, 0x0A000202, 0);
        inFlight.describe(entry, end - begin, 0, 0, 0x0A000202, 0, false);
        ByteBuffer packet = ByteBuffer.allocateDirect(none.length).put(none);
        if (!inFlight.repeats(entry, packet, none.length)) {
            throw new IllegalStateException("the answer is to another question");
        }
        return packet;
    }

    private byte[] none() {
        try {
            Message message = new Message(4711);
            message.getHeader().setFlag(Flags.QR);
            message.getHeader().setRcode(Rcode.NXDOMAIN);
            message.addRecord(Record.newRecord(question.name(), Type.A, DClass.IN), Section.QUESTION);
            Record soa = Record.fromString(
                    zone, Type.SOA, DClass.IN, 60, "ns.bench.example. mail.bench.example. 1 2 3 4 60", Name.root);
            message.addRecord(soa, Section.AUTHORITY);
            return message.toWire();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Benchmark
    public int questionInPlace() {
        return template.putV4(into, 0, address & 0xFFFF, address++, 0x5555);
    }

    /** The question that the answer repeats, as the hot path compares them. */
    @Benchmark
    public boolean answerCompared() {
        return inFlight.repeats(entry, answer, none.length);
    }

    @Benchmark
    public Answer answerParsedAndRead() throws IOException {
        return AnswerReader.read(question, new Message(none));
    }
}
