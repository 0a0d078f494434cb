package offlist.dns;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A query on its way and what a reply to it must look like. Only the thread of {@link UdpSockets} touches it. */
final class PendingQuery {
    private static final int HEADER = 12;
    private static final int QR = 0x80;

    private final byte[] wire;
    private final int questionEnd;
    private final int callersId;
    final InetSocketAddress remote;
    final long deadline;
    final CompletableFuture<byte[]> reply = new CompletableFuture<>();

    @Nullable
    UdpSocket socket;

    /** @param deadline in nanoseconds of {@link UdpSockets}' own clock */
    PendingQuery(byte[] query, InetSocketAddress remote, long deadline) {
        this.wire = query.clone();
        this.questionEnd = endOfQuestion(wire);
        this.callersId = id(ByteBuffer.wrap(wire));
        this.remote = remote;
        this.deadline = deadline;
    }

    private static int endOfQuestion(byte[] wire) {
        int at = HEADER;
        while (at < wire.length && wire[at] != 0) {
            at += 1 + (wire[at] & 0xFF);
        }
        int end = at + 5;
        if (end > wire.length || wire[5] != 1) {
            throw new IllegalArgumentException("a query has one question");
        }
        return end;
    }

    static int id(ByteBuffer message) {
        return message.getShort(0) & 0xFFFF;
    }

    int id() {
        return id(ByteBuffer.wrap(wire));
    }

    /** The bytes to send under an id of our own. */
    ByteBuffer underId(int id) {
        return ByteBuffer.wrap(wire).putShort(0, (short) id);
    }

    /** RFC 5452 section 9.1: the reply repeats the question, here byte for byte. */
    boolean isAnsweredBy(ByteBuffer message) {
        return message.limit() >= questionEnd
                && (message.get(2) & QR) != 0
                && message.getShort(4) == 1
                && message.slice(HEADER, questionEnd - HEADER)
                        .equals(ByteBuffer.wrap(wire, HEADER, questionEnd - HEADER));
    }

    void complete(ByteBuffer message) {
        byte[] bytes = new byte[message.limit()];
        message.get(0, bytes);
        bytes[0] = (byte) (callersId >>> 8);
        bytes[1] = (byte) callersId;
        reply.complete(bytes);
    }
}
