package offlist.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;

/** A server as the hot path sees it: its sockets, its window, and whether it keeps the case of a question. */
final class HotServer {
    /** Questions in a row through one socket: their answers can then be read in a row too. */
    private static final int BATCH = 16;

    private static final int LARGEST_WINDOW = 2_048;
    /** Replies in a row in other case than asked, after which the server is not asked in mixed case any more. */
    private static final int ENOUGH_CHANGED = 3;

    private final InetSocketAddress address;
    private final UdpSockets.Wear wear;
    private final Dice dice;
    private final @Nullable HotSocket[] sockets;
    final Window window = Window.paced(LARGEST_WINDOW);
    /** When the youngest of the questions left that have been answered, on the clock of the hot path. */
    long newestAnswered = Long.MIN_VALUE;

    private int current;
    private int leftOfBatch;
    private int changedInARow;
    private boolean changesCase;

    HotServer(InetSocketAddress address, UdpSockets.Wear wear, Dice dice) {
        this.address = address;
        this.wear = wear;
        this.dice = dice;
        this.sockets = new HotSocket[wear.sockets()];
    }

    InetSocketAddress address() {
        return address;
    }

    /** The socket for the next question, one of several at random. */
    HotSocket socket(Selector selector, long now) throws IOException {
        if (leftOfBatch-- <= 0) {
            current = dice.below(sockets.length);
            leftOfBatch = BATCH;
        }
        HotSocket there = sockets[current];
        if (there != null && there.open() && !there.worn(now, wear.lifetime().toNanos(), wear.queries())) {
            return there;
        }
        HotSocket replacement = HotSocket.open(this, selector, now);
        sockets[current] = replacement;
        if (there != null) {
            there.retire();
        }
        return replacement;
    }

    /** Which letters of the next question are to be upper case (0x20). */
    long cases() {
        return changesCase ? 0 : dice.bits();
    }

    /** A reply repeated its question byte for byte; that tells something when there were letters of both cases. */
    void kept(boolean mixed) {
        changedInARow = mixed ? 0 : changedInARow;
    }

    /** A reply repeated its question but for the case. One now and then may be forged; several in a row are the server's. */
    void changed() {
        changedInARow++;
        changesCase |= changedInARow >= ENOUGH_CHANGED;
    }

    void close() {
        for (HotSocket socket : sockets) {
            if (socket != null) {
                socket.close();
            }
        }
    }
}
