package offlist.dns;

import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;
import org.xbill.DNS.io.UdpIoClient;

/**
 * A {@link UdpSocket} without its socket: the same pending queries and the same decision which of them a datagram
 * answers. What would be silence on the wire is a time-out at once.
 */
public final class DatagramGate implements UdpIoClient {
    /** What arrives. */
    public record Datagram(InetSocketAddress from, ByteBuffer bytes) {}

    /** The other side. */
    public interface Wire {
        /** What arrives while the query waits; {@code query} as it left, under its id. */
        List<Datagram> after(InetSocketAddress to, byte[] query);

        /** What became of a datagram: {@code taken} is the query it was taken for, as it left. */
        void decided(Datagram datagram, byte @Nullable [] taken);
    }

    /** What the asker calls its query; chance would make runs with the same seed differ. */
    public static final int CALLERS_ID = 0x3C5A;

    private final PendingQueries pending = new PendingQueries();
    private final RandomGenerator random;
    private final Wire wire;

    public DatagramGate(RandomGenerator random, Wire wire) {
        this.random = random;
        this.wire = wire;
    }

    /** A query that waits all the time, to see whether an answer to another one is taken for it. */
    public byte[] waiting(InetSocketAddress remote, byte[] query) {
        return leave(new PendingQuery(query, remote, Long.MAX_VALUE));
    }

    /** How many queries wait. */
    public int size() {
        return pending.size();
    }

    @Override
    public CompletableFuture<byte[]> sendAndReceiveUdp(
            @Nullable InetSocketAddress local,
            InetSocketAddress remote,
            @Nullable Message query,
            byte[] data,
            int max,
            Duration timeout) {
        if (query != null) {
            query.getHeader().setID(CALLERS_ID);
        }
        byte[] named = data.clone();
        named[0] = (byte) (CALLERS_ID >>> 8);
        named[1] = (byte) CALLERS_ID;
        PendingQuery asked = new PendingQuery(named, remote, 0);
        for (Datagram datagram : wire.after(remote, leave(asked))) {
            arrive(datagram);
        }
        pending.forget(asked);
        asked.reply.completeExceptionally(new SocketTimeoutException("no answer"));
        return asked.reply;
    }

    private byte[] leave(PendingQuery query) {
        int id = random.nextInt(1 << 16);
        while (pending.uses(id)) {
            id = random.nextInt(1 << 16);
        }
        byte[] left = query.underId(id).array().clone();
        pending.put(id, query);
        return left;
    }

    private void arrive(Datagram datagram) {
        ByteBuffer bytes = datagram.bytes();
        PendingQuery taken = pending.answeredBy(datagram.from(), bytes);
        wire.decided(
                datagram,
                taken == null ? null : taken.underId(taken.id()).array().clone());
        // A query that waits all the time goes on waiting: what was taken for it has been told.
        if (taken != null && taken.deadline != Long.MAX_VALUE) {
            pending.forget(taken);
            taken.complete(bytes);
        }
    }
}
