package offlist.dns;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** A socket connected to one server, so that the kernel drops what comes from elsewhere. Not shared between threads. */
final class HotSocket {
    /** What the kernel gives of it decides how large a burst of answers may be. */
    private static final int BUFFER = 4 << 20;

    private final DatagramChannel channel;
    final HotServer server;
    private final long born;
    private int sent;
    private int pending;
    private boolean retired;

    private HotSocket(DatagramChannel channel, HotServer server, long born) {
        this.channel = channel;
        this.server = server;
        this.born = born;
    }

    /** The kernel picks the port at random (RFC 6056). */
    static HotSocket open(HotServer server, Selector selector, long now) throws IOException {
        InetSocketAddress remote = server.address();
        boolean v6 = remote.getAddress() instanceof Inet6Address;
        DatagramChannel channel = DatagramChannel.open(v6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
            channel.bind(null);
            channel.connect(remote);
            channel.configureBlocking(false);
            HotSocket socket = new HotSocket(channel, server, now);
            channel.register(selector, SelectionKey.OP_READ, socket);
            return socket;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    boolean worn(long now, long lifetime, int mostSent) {
        return sent >= mostSent || now - born >= lifetime;
    }

    /** False when the kernel has no room for it now. */
    boolean send(ByteBuffer question) throws IOException {
        if (channel.write(question) == 0) {
            return false;
        }
        sent++;
        pending++;
        return true;
    }

    /** The length of the next packet, 0 when there is none now. */
    int receive(ByteBuffer into) throws IOException {
        into.clear();
        return channel.read(into);
    }

    void answered() {
        pending--;
        closeWhenDone();
    }

    /** Takes no more questions, and closes with the last answer. */
    void retire() {
        retired = true;
        closeWhenDone();
    }

    /** Whether it is there and answers are still to come through it. */
    boolean waits() {
        return pending > 0 && channel.isOpen();
    }

    boolean open() {
        return channel.isOpen();
    }

    private void closeWhenDone() {
        if (retired && pending <= 0) {
            close();
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing can be done about it, and nothing waits for it.
            retired = true;
        }
    }
}
