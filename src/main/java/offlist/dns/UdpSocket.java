package offlist.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One long-lived socket and the queries that left through it, by id. Not shared between threads.
 *
 * <p>Always true: an id stands for at most one query; a retired socket takes no new query and closes with its last one.
 */
final class UdpSocket {
    /** A quarter of all ids, so that a free one is found at once and a guess stays a guess. */
    private static final int MOST_PENDING = 1 << 14;
    /** What the kernel gives of it decides how large a burst of answers may be. */
    private static final int BUFFER = 4 << 20;

    private final DatagramChannel channel;
    private final PendingQueries pending = new PendingQueries();
    private final long born;
    private int sent;
    private boolean retired;

    private UdpSocket(DatagramChannel channel, long born) {
        this.channel = channel;
        this.born = born;
    }

    /** The kernel picks the port: it draws at random (RFC 6056) and keeps clear of what the host has reserved. */
    static UdpSocket open(ProtocolFamily family, Selector selector, long now) throws IOException {
        DatagramChannel channel = DatagramChannel.open(family);
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
            channel.bind(null);
            channel.configureBlocking(false);
            UdpSocket socket = new UdpSocket(channel, now);
            channel.register(selector, SelectionKey.OP_READ, socket);
            return socket;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    boolean full() {
        return pending.size() >= MOST_PENDING;
    }

    boolean uses(int id) {
        return pending.uses(id);
    }

    boolean worn(long now, long lifetime, int mostSent) {
        return sent >= mostSent || now - born >= lifetime;
    }

    /** False when the kernel has no room for it now. */
    boolean send(PendingQuery query, int id) throws IOException {
        if (channel.send(query.underId(id), query.remote) == 0) {
            return false;
        }
        sent++;
        pending.put(id, query);
        query.socket = this;
        return true;
    }

    @Nullable
    InetSocketAddress receive(ByteBuffer into) throws IOException {
        SocketAddress from = channel.receive(into);
        return (InetSocketAddress) from;
    }

    @Nullable
    PendingQuery answeredBy(InetSocketAddress from, ByteBuffer packet) {
        return pending.answeredBy(from, packet);
    }

    void forget(PendingQuery query) {
        pending.forget(query);
        closeWhenDone();
    }

    void retire() {
        retired = true;
        closeWhenDone();
    }

    /** Closes at once and gives back what was pending. */
    List<PendingQuery> abandon() {
        List<PendingQuery> left = pending.drain();
        retire();
        return left;
    }

    private void closeWhenDone() {
        if (retired && pending.isEmpty()) {
            try {
                channel.close();
            } catch (IOException e) {
                // A socket that cannot be closed has nothing left to give back.
                return;
            }
        }
    }
}
