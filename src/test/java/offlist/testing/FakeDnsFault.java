package offlist.testing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Something a DNS server can do to a good answer. */
@FunctionalInterface
public interface FakeDnsFault {
    void apply(FakeDnsReply reply);

    static FakeDnsFault delay(Duration time) {
        return reply -> reply.delay(time);
    }

    static FakeDnsFault drop() {
        return FakeDnsReply::drop;
    }

    /** Nothing for the first queries, then the truth. */
    static FakeDnsFault dropFirst(int count) {
        return first(count, drop());
    }

    /** The fault for the first queries, then the truth. */
    static FakeDnsFault first(int count, FakeDnsFault fault) {
        AtomicInteger left = new AtomicInteger(count);
        return reply -> {
            if (left.getAndDecrement() > 0) {
                fault.apply(reply);
            }
        };
    }

    static FakeDnsFault rcode(int rcode) {
        return reply -> {
            Message answer = bare(reply);
            answer.getHeader().setRcode(rcode);
            reply.replaceBy(answer);
        };
    }

    /** Truncated over UDP, whole over TCP. */
    static FakeDnsFault truncate() {
        return reply -> {
            if (!reply.tcp()) {
                Message answer = bare(reply);
                answer.getHeader().setFlag(Flags.TC);
                reply.replaceBy(answer);
            }
        };
    }

    /** Truncated over UDP, silent over TCP. */
    static FakeDnsFault truncateWithoutTcp() {
        return reply -> (reply.tcp() ? drop() : truncate()).apply(reply);
    }

    static FakeDnsFault wrongId() {
        return reply -> reply.sendBytes(withOtherId(reply));
    }

    static FakeDnsFault wrongQuestion() {
        return reply -> reply.sendBytes(withOtherQuestion(reply));
    }

    static FakeDnsFault fromOtherPort() {
        return FakeDnsReply::fromOtherPort;
    }

    /** From another address, but the same port. */
    static FakeDnsFault fromOtherHost() {
        return FakeDnsReply::fromOtherHost;
    }

    /** The same message, changed. */
    static FakeDnsFault message(Consumer<Message> change) {
        return reply -> change.accept(reply.message());
    }

    /** The same bytes, changed. */
    static FakeDnsFault wire(UnaryOperator<byte[]> change) {
        return reply -> reply.sendBytes(change.apply(reply.toWire()));
    }

    /** Truncated over UDP; the fault comes with the answer over TCP. */
    static FakeDnsFault overTcp(FakeDnsFault fault) {
        return reply -> (reply.tcp() ? fault : truncate()).apply(reply);
    }

    /** Forged answers with another id and another question, and noise, in front of the real answer. */
    static FakeDnsFault forgeriesFirst() {
        return reply -> {
            reply.sendBefore(withOtherId(reply));
            reply.sendBefore(withOtherQuestion(reply));
            reply.sendBefore(reply.query().toWire());
            reply.sendBefore(new byte[] {1, 2, 3});
        };
    }

    /** NOERROR without records and without SOA. */
    static FakeDnsFault empty() {
        return reply -> reply.replaceBy(bare(reply));
    }

    /** A referral to somebody else, as a server gives that does not know the zone. */
    static FakeDnsFault referral(String zone) {
        return reply -> {
            Message answer = bare(reply);
            Name above = Name.fromConstantString(zone + ".");
            Name server = Name.fromConstantString("ns.example.");
            answer.addRecord(new NSRecord(above, DClass.IN, 60, server), Section.AUTHORITY);
            reply.replaceBy(answer);
        };
    }

    static FakeDnsFault bytes(byte[] raw) {
        return reply -> reply.sendBytes(raw);
    }

    /** The right header and question, then rubbish. */
    static FakeDnsFault malformed() {
        return reply -> {
            byte[] good = bare(reply).toWire();
            good[7] = 9;
            reply.sendBytes(good);
        };
    }

    private static Message bare(FakeDnsReply reply) {
        Message answer = new Message(reply.query().getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(reply.query().getQuestion(), Section.QUESTION);
        return answer;
    }

    private static byte[] withOtherId(FakeDnsReply reply) {
        byte[] wire = reply.toWire();
        byte[] other = wire.clone();
        other[1] ^= 1;
        return other;
    }

    private static byte[] withOtherQuestion(FakeDnsReply reply) {
        Message answer = new Message(reply.query().getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        Name other = Name.fromConstantString("forged.example.");
        answer.addRecord(Record.newRecord(other, reply.query().getQuestion().getType(), DClass.IN), Section.QUESTION);
        answer.addRecord(Record.newRecord(other, Type.A, DClass.IN, 60, new byte[] {127, 0, 0, 9}), Section.ANSWER);
        return answer.toWire();
    }
}
