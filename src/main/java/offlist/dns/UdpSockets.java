package offlist.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;
import org.xbill.DNS.io.UdpIoClient;

/**
 * DNS over UDP through a fixed set of long-lived sockets with random ports and random ids.
 *
 * <p>Always true: (1) a reply completes a query only when it comes from the asked address and port, on the socket the
 * query left through, with its id, and repeats its question byte for byte (RFC 5452 section 9.1); anything else is
 * counted and dropped while the query keeps waiting; (2) every query completes by its time-out; (3) one thread owns all
 * state, so nothing is locked. Any thread may ask; answers arrive on the owning thread, so what follows them must not
 * block.
 */
public final class UdpSockets implements UdpIoClient, AutoCloseable {
    private static final int LARGEST = 65_535;
    /** So that a flood on one socket leaves time for the others. */
    private static final int READS_IN_A_ROW = 256;

    /** How many sockets of a family there are, and when one is replaced so that its port stays hard to guess. */
    record Wear(int sockets, int queries, Duration lifetime) {
        static final Wear USUAL = new Wear(16, 20_000, Duration.ofMinutes(2));
    }

    private final Selector selector;
    private final SocketSet v4;
    private final SocketSet v6;
    private final SecureRandom random = new SecureRandom();
    private final long origin = System.nanoTime();
    private final ConcurrentLinkedQueue<PendingQuery> arriving = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final LongAdder ignored = new LongAdder();
    private final Deque<PendingQuery> leaving = new ArrayDeque<>();
    private final Deadlines deadlines = new Deadlines();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST);

    private UdpSockets(Selector selector, Wear wear) {
        this.selector = selector;
        this.v4 = new SocketSet(StandardProtocolFamily.INET, selector, wear);
        this.v6 = new SocketSet(StandardProtocolFamily.INET6, selector, wear);
    }

    public static UdpSockets open() {
        return open(Wear.USUAL);
    }

    static UdpSockets open(Wear wear) {
        try {
            UdpSockets sockets = new UdpSockets(Selector.open(), wear);
            Thread.ofPlatform().daemon().name("offlist-dns").start(sockets::run);
            return sockets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packets that answered nothing: late, forged or broken. */
    public long ignored() {
        return ignored.sum();
    }

    /**
     * As dnsjava wants it. The local address is ours to choose; a reply may be larger than {@code max}.
     *
     * @return fails with {@link SocketTimeoutException} or another {@link IOException}
     */
    @Override
    public CompletableFuture<byte[]> sendAndReceiveUdp(
            @Nullable InetSocketAddress local,
            InetSocketAddress remote,
            @Nullable Message query,
            byte[] data,
            int max,
            Duration timeout) {
        return ask(remote, data, timeout);
    }

    /** Sends one query in wire format; the reply carries the query's own id. */
    public CompletableFuture<byte[]> ask(InetSocketAddress remote, byte[] query, Duration timeout) {
        if (remote.isUnresolved()) {
            return CompletableFuture.failedFuture(new IOException("not an address"));
        }
        PendingQuery pending = new PendingQuery(query, remote, now() + timeout.toNanos());
        arriving.add(pending);
        if (woken.compareAndSet(false, true)) {
            selector.wakeup();
        }
        if (closed.get()) {
            failArriving();
        }
        return pending.reply;
    }

    @Override
    public void close() {
        closed.set(true);
        selector.wakeup();
    }

    private long now() {
        return System.nanoTime() - origin;
    }

    private void run() {
        try {
            while (!closed.get()) {
                turn();
            }
        } catch (IOException e) {
            // A selector that fails does not recover: what is asked from here on fails at once.
            closed.set(true);
        } finally {
            closed.set(true);
            giveUp();
        }
    }

    private void giveUp() {
        selector.keys().forEach(key -> ((UdpSocket) key.attachment()).abandon());
        deadlines.drain().forEach(UdpSockets::failClosed);
        failArriving();
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void turn() throws IOException {
        selector.select(this::readAll, leaving.isEmpty() ? deadlines.waitMillis(now()) : 1);
        woken.set(false);
        for (PendingQuery query = arriving.poll(); query != null; query = arriving.poll()) {
            deadlines.add(query);
            leaving.add(query);
        }
        sendAll();
        deadlines.expired(now()).forEach(this::timeOut);
    }

    private void sendAll() {
        while (!leaving.isEmpty() && sent(leaving.getFirst())) {
            leaving.removeFirst();
        }
    }

    /** False when there is no room now and the same query must be tried again. */
    private boolean sent(PendingQuery query) {
        if (query.reply.isDone()) {
            return true;
        }
        try {
            UdpSocket socket = setFor(query.remote).pick(random.nextInt(), now());
            return socket.send(query, freeId(socket));
        } catch (IOException | RuntimeException e) {
            deadlines.remove(query);
            query.reply.completeExceptionally(new IOException(e));
            return true;
        }
    }

    private SocketSet setFor(InetSocketAddress remote) {
        return remote.getAddress() instanceof Inet6Address ? v6 : v4;
    }

    private int freeId(UdpSocket socket) {
        int id = random.nextInt(1 << 16);
        while (socket.uses(id)) {
            id = random.nextInt(1 << 16);
        }
        return id;
    }

    private void readAll(SelectionKey key) {
        UdpSocket socket = (UdpSocket) key.attachment();
        try {
            int left = READS_IN_A_ROW;
            while (left > 0 && key.isValid() && read(socket)) {
                left--;
            }
        } catch (IOException | RuntimeException e) {
            // One socket may fail, whatever was sent to it; the thread goes on for the others.
            fail(socket, e);
        }
    }

    private boolean read(UdpSocket socket) throws IOException {
        buffer.clear();
        InetSocketAddress from = socket.receive(buffer);
        if (from == null) {
            return false;
        }
        buffer.flip();
        PendingQuery query = socket.answeredBy(from, buffer);
        if (query == null) {
            ignored.increment();
            return true;
        }
        deadlines.remove(query);
        socket.forget(query);
        query.complete(buffer);
        return true;
    }

    private void timeOut(PendingQuery query) {
        if (query.socket != null) {
            query.socket.forget(query);
        }
        query.reply.completeExceptionally(new SocketTimeoutException("no answer in time"));
    }

    private void fail(UdpSocket socket, Exception cause) {
        v4.drop(socket);
        v6.drop(socket);
        for (PendingQuery query : socket.abandon()) {
            deadlines.remove(query);
            query.reply.completeExceptionally(new IOException(cause));
        }
    }

    private void failArriving() {
        for (PendingQuery query = arriving.poll(); query != null; query = arriving.poll()) {
            failClosed(query);
        }
    }

    private static void failClosed(PendingQuery query) {
        query.reply.completeExceptionally(new IOException("closed"));
    }
}
