package offlist.bounce.intake;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import offlist.bounce.SourceSettings;
import offlist.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * A folder of a mailbox on a server (IMAP, RFC 9051): what arrives from the first look on is read, in the order of its UIDs.
 *
 * <p>How far is remembered here, and the folder is opened for reading only: nothing in it changes, and people may read, mark and move
 * what is in it. Where the server gives new UIDs to all messages (its UIDVALIDITY changes), the whole folder is read again, but for what is
 * older than refusals are kept; the rest is known as a repeat.
 *
 * <p>A step blocks: the first connects, the others wait for mail. It needs a thread of its own.
 */
public final class ImapSource implements BounceSource {
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    /** A wrong password tried often gets the account locked. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final SourceSettings.Imap settings;
    private final Positions positions;
    private final Supplier<Duration> keep;
    private final Consumer<byte[]> taker;
    private final InstantSource clock;
    private final BackOff backOff;
    private final ReentrantLock stepping = new ReentrantLock();
    private volatile boolean closed;
    private @Nullable ImapFolder folder;
    private Instant nextLook = Instant.MIN;

    /**
     * @param keep how long refusals are kept, so that their repeats are known
     * @param taker reads a message and keeps what it tells
     */
    public ImapSource(
            SourceSettings.Imap settings,
            Positions positions,
            Supplier<Duration> keep,
            Consumer<byte[]> taker,
            InstantSource clock) {
        this.settings = settings;
        this.positions = positions;
        this.keep = keep;
        this.taker = taker;
        this.clock = clock;
        this.backOff = new BackOff(clock, FIRST_PAUSE, LONGEST_PAUSE);
    }

    @Override
    public String name() {
        return "IMAP " + settings.user() + " at " + settings.host() + ":" + settings.port() + " " + settings.folder();
    }

    @Override
    public int step() throws IOException {
        stepping.lock();
        try {
            return closed ? 0 : look();
        } finally {
            if (closed) {
                drop();
            }
            stepping.unlock();
        }
    }

    private int look() throws IOException {
        backOff.check();
        if (clock.instant().isBefore(nextLook)) {
            return 0;
        }
        // The step that connects does not wait, so that a mailbox that can be read again is known to be before anything
        // arrives in it.
        boolean connected = folder != null;
        try {
            ImapFolder open = open();
            int taken = take(open);
            backOff.works();
            // With IDLE the server says when there is something; without it, it has to be asked.
            if (connected && taken == 0 && !open.await(clock, () -> closed)) {
                nextLook = clock.instant().plus(POLL);
            }
            return taken;
        } catch (StoreException e) {
            drop();
            throw e;
        } catch (MessagingException e) {
            throw failed(new IOException(ImapWords.of(e, settings), e));
        } catch (IOException e) {
            throw failed(e);
        } catch (RuntimeException e) {
            failed(new IOException(e.toString(), e));
            throw e;
        }
    }

    private IOException failed(IOException why) {
        drop();
        return backOff.failed(why);
    }

    private ImapFolder open() throws MessagingException, IOException {
        ImapFolder open = folder;
        if (open == null) {
            open = ImapFolder.open(settings);
            folder = open;
        }
        return open;
    }

    private int take(ImapFolder open) throws MessagingException, IOException {
        String validity = open.validity();
        long after = after(open, validity);
        int taken = 0;
        for (long uid : open.after(after)) {
            if (closed) {
                return taken;
            }
            open.read(uid).ifPresent(taker);
            positions.keep(name(), new Position(validity, uid));
            taken++;
        }
        return taken;
    }

    private long after(ImapFolder open, String validity) throws MessagingException {
        Optional<Position> known = positions.of(name());
        if (known.isPresent() && known.get().file().equals(validity)) {
            return known.get().offset();
        }
        // What lies in a folder that is seen for the first time is old.
        long begin =
                known.isEmpty() ? open.last() : open.lastBefore(clock.instant().minus(keep.get()));
        positions.keep(name(), new Position(validity, begin));
        return begin;
    }

    private void drop() {
        ImapFolder open = folder;
        folder = null;
        if (open != null) {
            open.close();
        }
    }

    /** A step that is under way ends within the time-outs of the connection, and closes it. */
    @Override
    public void close() {
        closed = true;
        if (stepping.tryLock()) {
            try {
                drop();
            } finally {
                stepping.unlock();
            }
        }
    }
}
