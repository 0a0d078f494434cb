package offlist.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;

/**
 * A DNS server that knows no name but the test entries, and answers each question after a delay, as one at the end of a
 * long line does. What it saw of a turn is told by its own clock, which is the same for everybody who asks.
 */
final class DelayServer implements AutoCloseable {
    /** A burst of everything at once must fit: what is measured is who asks, not the buffer. */
    private static final int BUFFER = 8 << 20;

    private static final int NO_SUCH_NAME = 3;
    private static final long NAP_NANOS = 20_000;

    private record Due(long at, SocketAddress to, ByteBuffer answer, DnsQuestion question) {}

    private final DatagramChannel channel;
    private final Selector selector = Selector.open();
    private final long delay;
    private final int silent;
    private final ArrayDeque<Due> pending = new ArrayDeque<>();
    private final ByteBuffer packet = ByteBuffer.allocateDirect(4_096);
    private final Thread thread = new Thread(this::serve, "bench-dns");
    private volatile Turn turn;

    /**
     * @param silent the number of a zone that never gets an answer; negative for none
     * @param turn what is to be seen
     */
    DelayServer(InetSocketAddress address, Duration delay, int silent, Turn turn) throws IOException {
        this.delay = delay.toNanos();
        this.silent = silent;
        this.turn = turn;
        channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
        channel.bind(address);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        thread.setDaemon(true);
        thread.start();
    }

    static InetSocketAddress anyPort() {
        return new InetSocketAddress("127.0.0.1", 0);
    }

    int port() throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    /** From now on looks at another turn. */
    void watch(Turn next) {
        turn = next;
    }

    private void serve() {
        try {
            while (channel.isOpen()) {
                int done = receive() + send();
                if (done == 0 && pending.isEmpty()) {
                    selector.select(5);
                    selector.selectedKeys().clear();
                } else if (done == 0) {
                    LockSupport.parkNanos(NAP_NANOS);
                }
            }
        } catch (ClosedChannelException | ClosedSelectorException e) {
            // The end.
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int receive() throws IOException {
        int received = 0;
        for (; received < 256; received++) {
            packet.clear();
            SocketAddress from = channel.receive(packet);
            if (from == null) {
                break;
            }
            packet.flip();
            DnsQuestion.read(packet).ifPresent(question -> take(question, from));
        }
        return received;
    }

    private void take(DnsQuestion question, SocketAddress from) {
        long now = System.nanoTime();
        turn.asked(question, now);
        if (question.zone() != silent || silent < 0) {
            pending.add(new Due(now + delay, from, question.answer(NO_SUCH_NAME), question));
        }
    }

    private int send() throws IOException {
        int sent = 0;
        for (Due due = pending.peek(); due != null && due.at() - System.nanoTime() <= 0; due = pending.peek()) {
            if (channel.send(due.answer(), due.to()) == 0) {
                break;
            }
            pending.poll();
            turn.answered(due.question(), System.nanoTime());
            sent++;
        }
        return sent;
    }

    @Override
    public void close() {
        try {
            channel.close();
            selector.close();
            thread.join(2_000);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
