package offlist.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * The short way of a question whose answer is expected to be "no such name": built in place, sent through a connected
 * socket, compared when it comes back, and forgotten. Everything else that comes back is handed on unread.
 *
 * <p>Always true: (1) a reply is taken only from the asked address and port, on the socket the question left through,
 * with its id, and repeating its question byte for byte in the case it was asked in (RFC 5452 section 9.1,
 * draft-vixie-dnsext-dns0x20); one in another case ends the question and answers nothing, anything else is counted and
 * dropped while the question keeps waiting; (2) every question
 * is told to its {@link HotReplies} once, by its time-out at the latest; (3) no more are under way than the windows of the
 * list and of the server have room for.
 *
 * <p>One thread calls everything but {@link #wake} and {@link #ignored}.
 */
public final class HotPath implements AutoCloseable {
    private static final int CAPACITY = 1 << 13;
    private static final int LARGEST_PACKET = 65_535;
    /** So that a flood on one socket leaves time for the others. */
    private static final int READS_IN_A_ROW = 256;
    /** How exactly time-outs are told, nanoseconds. */
    private static final long TICK = 2_000_000;

    /** So long what is unread may keep time-outs waiting: a flood must not do it for ever. Nanoseconds. */
    private static final long FLOOD = 200_000_000;

    private static final int QR_AND_OPCODE = 0xF8;
    private static final int QR = 0x80;
    private static final int TC = 0x02;
    private static final int NO_SUCH_NAME = 3;

    private final Selector selector;
    private final UdpSockets.Wear wear;
    private final Dice dice = new Dice();
    private final InFlight inFlight = new InFlight(CAPACITY);
    private final ByteBuffer packet = ByteBuffer.allocateDirect(LARGEST_PACKET);
    private final Map<InetSocketAddress, HotServer> servers = new HashMap<>();
    private final List<HotRoute> routes = new ArrayList<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final LongAdder ignored = new LongAdder();
    private final Consumer<SelectionKey> reader = this::readAll;
    private final long origin = System.nanoTime();
    private long now;
    private long nextTick;
    private int answers;
    /** Something has come that is not read yet, be it the answer to a question whose time is over. */
    private boolean unread;

    private HotPath(Selector selector, UdpSockets.Wear wear) {
        this.selector = selector;
        this.wear = wear;
    }

    public static HotPath open() {
        return open(UdpSockets.Wear.USUAL);
    }

    static HotPath open(UdpSockets.Wear wear) {
        try {
            return new HotPath(Selector.open(), wear);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A way to ask one list through one server. */
    public HotRoute route(
            ResolverId resolver, QuestionTemplate template, Duration timeout, int largestWindow, HotReplies replies) {
        InetSocketAddress address = ResolverAddress.parse(resolver.value())
                .orElseThrow(() -> new IllegalArgumentException("not the address of a resolver: " + resolver));
        HotServer server = servers.computeIfAbsent(address, a -> new HotServer(a, wear, dice));
        HotRoute route = new HotRoute(server, template, timeout.toNanos(), replies, largestWindow);
        routes.add(route);
        return route;
    }

    /** Nothing more is asked by this route; what is under way is still told. */
    public void retire(HotRoute route) {
        route.retired = true;
        forget(route);
    }

    private void forget(HotRoute route) {
        if (!route.retired || route.oldest != InFlight.NONE) {
            return;
        }
        routes.remove(route);
        if (routes.stream().noneMatch(other -> other.server == route.server)) {
            servers.remove(route.server.address());
            route.server.close();
        }
    }

    /** How many more questions may leave by this route now. */
    public int room(HotRoute route) {
        now = System.nanoTime() - origin;
        int room = Math.min(route.window.room(now), route.server.window.room(now));
        return Math.min(room, inFlight.left());
    }

    /**
     * Asks about an address. What becomes of it is told during a later {@link #poll}, or at once when it could not be sent.
     *
     * @param high the upper 64 bits of an IPv6 address, not looked at for IPv4
     */
    public void ask(HotRoute route, boolean v6, int slot, long high, long low) {
        // Who asks may have waited for a store since the last poll: a question must not be old when it leaves.
        now = System.nanoTime() - origin;
        int entry = inFlight.next();
        int id = freeId();
        long cases = route.server.cases() & route.template.letters();
        int begin = InFlight.begin(entry);
        int end = v6
                ? route.template.putV6(inFlight.bytes(), begin, id, high, low, cases)
                : route.template.putV4(inFlight.bytes(), begin, id, (int) low, cases);
        inFlight.describe(entry, end - begin, slot, high, low, now, cases != 0);
        try {
            HotSocket socket = route.server.socket(selector, now);
            if (send(socket, entry)) {
                inFlight.put(entry, id, route, socket);
                route.window.sent(now);
                route.server.window.sent(now);
                return;
            }
        } catch (IOException e) {
            // Told below: whatever the reason is, the question did not leave.
        }
        route.replies.lost(slot, high, low, 0, Answer.Cause.NETWORK);
    }

    /** A refusal of an earlier question is told at the next one, which then has to be sent again. */
    private boolean send(HotSocket socket, int entry) throws IOException {
        try {
            return socket.send(inFlight.question(entry));
        } catch (PortUnreachableException e) {
            return socket.send(inFlight.question(entry));
        }
    }

    private int freeId() {
        int id = dice.id();
        while (inFlight.uses(id)) {
            id = dice.id();
        }
        return id;
    }

    /** Questions under way. */
    public int pending() {
        return inFlight.size();
    }

    /** Packets that answered nothing: late, forged or broken. */
    public long ignored() {
        return ignored.sum();
    }

    /** Ends a wait in {@link #poll}, the present one or the next. Any thread. */
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            selector.wakeup();
        }
    }

    /**
     * Takes what has come, and tells what has become of it.
     *
     * @param millis how long to wait for something to come; 0 not at all
     * @return how many questions have been answered or lost
     */
    public int poll(long millis) {
        answers = 0;
        unread = false;
        try {
            if (millis > 0 && !woken.get()) {
                selector.select(reader, shortened(millis));
            } else {
                selector.selectNow(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        woken.set(false);
        tick();
        return answers;
    }

    private long shortened(long millis) {
        return inFlight.size() > 0 ? Math.min(millis, 1 + TICK / 1_000_000) : millis;
    }

    private void tick() {
        now = System.nanoTime() - origin;
        if (now < nextTick || unread && now < nextTick + FLOOD) {
            return;
        }
        nextTick = now + TICK;
        for (int i = routes.size() - 1; i >= 0; i--) {
            HotRoute route = routes.get(i);
            overdue(route);
            timeOut(route);
            forget(route);
        }
    }

    /**
     * What is overdue makes room, when the server has answered what it was asked later: one that stands still for a while has
     * it all before it. It is a bad sign of the server only when that was a question to the same list.
     */
    private void overdue(HotRoute route) {
        long patience = route.server.window.patience();
        for (int entry = route.oldestInTime; entry != InFlight.NONE; entry = route.oldestInTime) {
            long sent = inFlight.sent[entry];
            if (now - sent <= patience || route.server.newestAnswered <= sent) {
                return;
            }
            inFlight.overdue(entry, route);
            route.window.overdue();
            route.server.window.overdue();
            route.window.shrink(sent, now);
            if (route.newestAnswered > sent) {
                route.server.window.shrink(sent, now);
            }
        }
    }

    private void timeOut(HotRoute route) {
        for (int entry = route.oldest;
                entry != InFlight.NONE && now - inFlight.sent[entry] >= route.timeout;
                entry = route.oldest) {
            lose(entry, route, Answer.Cause.TIMEOUT);
        }
    }

    private void lose(int entry, HotRoute route, Answer.Cause cause) {
        int slot = inFlight.slot[entry];
        long high = inFlight.high[entry];
        long low = inFlight.low[entry];
        long took = now - inFlight.sent[entry];
        if (!inFlight.overdue[entry]) {
            route.window.left();
            route.server.window.left();
        }
        free(entry);
        answers++;
        route.replies.lost(slot, high, low, took, cause);
    }

    private void free(int entry) {
        HotSocket socket = inFlight.socketOf(entry);
        inFlight.remove(entry);
        socket.answered();
    }

    private void readAll(SelectionKey key) {
        HotSocket socket = (HotSocket) key.attachment();
        now = System.nanoTime() - origin;
        try {
            for (int left = READS_IN_A_ROW; left > 0; left--) {
                int length = socket.receive(packet);
                if (length <= 0) {
                    return;
                }
                take(socket, length);
                if (!socket.waits()) {
                    return;
                }
            }
            unread = true;
        } catch (SocketException e) {
            lost(socket);
        } catch (IOException e) {
            socket.close();
            lost(socket);
        }
    }

    /** The server's machine says that nobody listens there: none of the socket's questions will be answered. */
    private void lost(HotSocket socket) {
        for (HotRoute route : List.copyOf(routes)) {
            int next;
            for (int entry = route.oldest; entry != InFlight.NONE; entry = next) {
                next = inFlight.younger[entry];
                if (inFlight.socketOf(entry) == socket) {
                    lose(entry, route, Answer.Cause.NETWORK);
                }
            }
        }
    }

    private void take(HotSocket socket, int length) {
        int entry = length < QuestionTemplate.HEADER ? InFlight.NONE : inFlight.withId(packet.getShort(0) & 0xFFFF);
        if (entry == InFlight.NONE || inFlight.socketOf(entry) != socket || !replies()) {
            ignored.increment();
        } else if (inFlight.repeats(entry, packet, length)) {
            socket.server.kept(inFlight.mixed[entry]);
            answered(entry, length);
        } else if (inFlight.repeatsInOtherCase(entry, packet, length)) {
            socket.server.changed();
            again(entry);
        } else {
            ignored.increment();
        }
    }

    /** A response with one question. */
    private boolean replies() {
        return (packet.get(2) & QR) != 0 && packet.getShort(4) == 1;
    }

    private void answered(int entry, int length) {
        HotRoute route = inFlight.routeOf(entry);
        long took = now - inFlight.sent[entry];
        int slot = inFlight.slot[entry];
        long high = inFlight.high[entry];
        long low = inFlight.low[entry];
        end(entry, route);
        if (!plain() || !route.replies.noSuchName(slot, took)) {
            byte[] reply = new byte[length];
            packet.get(0, reply);
            route.replies.other(slot, high, low, took, reply);
        }
    }

    private void again(int entry) {
        HotRoute route = inFlight.routeOf(entry);
        long took = now - inFlight.sent[entry];
        int slot = inFlight.slot[entry];
        long high = inFlight.high[entry];
        long low = inFlight.low[entry];
        end(entry, route);
        route.replies.again(slot, high, low, took);
    }

    private void end(int entry, HotRoute route) {
        count(route, inFlight.sent[entry], inFlight.overdue[entry]);
        free(entry);
        answers++;
    }

    private void count(HotRoute route, long sent, boolean late) {
        route.newestAnswered = Math.max(route.newestAnswered, sent);
        route.server.newestAnswered = Math.max(route.server.newestAnswered, sent);
        if (late) {
            route.window.answeredLate(sent, now);
            route.server.window.answeredLate(sent, now);
        } else {
            route.window.answered(sent, now);
            route.server.window.answered(sent, now);
        }
    }

    /** NXDOMAIN to a query, not truncated, without an answer record. */
    private boolean plain() {
        return (packet.get(2) & (QR_AND_OPCODE | TC)) == QR
                && (packet.get(3) & 0x0F) == NO_SUCH_NAME
                && packet.getShort(6) == 0;
    }

    /** What is under way is not told any more. */
    @Override
    public void close() {
        servers.values().forEach(HotServer::close);
        selector.keys().forEach(key -> ((HotSocket) key.attachment()).close());
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
