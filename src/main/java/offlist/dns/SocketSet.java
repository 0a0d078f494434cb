package offlist.dns;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sockets of one address family, opened as they are needed and replaced when they are worn. */
final class SocketSet {
    private final ProtocolFamily family;
    private final Selector selector;
    private final long lifetime;
    private final int mostSent;
    private final List<@Nullable UdpSocket> sockets = new ArrayList<>();

    SocketSet(ProtocolFamily family, Selector selector, UdpSockets.Wear wear) {
        this.family = family;
        this.selector = selector;
        this.lifetime = wear.lifetime().toNanos();
        this.mostSent = wear.queries();
        for (int i = 0; i < wear.sockets(); i++) {
            sockets.add(null);
        }
    }

    /** A socket with room, beginning at a random place; fails when none has any. */
    UdpSocket pick(int random, long now) throws IOException {
        for (int i = 0; i < sockets.size(); i++) {
            UdpSocket socket = fresh(Math.floorMod(random + i, sockets.size()), now);
            if (!socket.full()) {
                return socket;
            }
        }
        throw new IOException("too many pending queries");
    }

    private UdpSocket fresh(int index, long now) throws IOException {
        UdpSocket there = sockets.get(index);
        if (there != null && !there.worn(now, lifetime, mostSent)) {
            return there;
        }
        UdpSocket replacement = UdpSocket.open(family, selector, now);
        sockets.set(index, replacement);
        if (there != null) {
            there.retire();
        }
        return replacement;
    }

    void drop(UdpSocket socket) {
        sockets.replaceAll(there -> there == socket ? null : there);
    }
}
