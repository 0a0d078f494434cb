package offlist.bounce.intake;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import offlist.bounce.SourceSettings;
import offlist.bounce.message.MessageReader;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * A folder on a server, opened for reading only, over one connection. One thread.
 *
 * <p>Messages are named by their UIDs alone: sequence numbers move whenever somebody takes a message away (RFC 9051 section 2.3.1).
 */
final class ImapFolder implements AutoCloseable {
    /** Servers end a session that idles for half an hour (RFC 2177), and firewalls forget it sooner. */
    private static final Duration IDLE = Duration.ofMinutes(5);

    private static final int BATCH = 100;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);

    private final IMAPStore store;
    private final IMAPFolder folder;
    private final Deque<Long> listed = new ArrayDeque<>();
    /** The server has told of an arrival since the last list was begun. */
    private boolean told;

    private ImapFolder(IMAPStore store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    static ImapFolder open(SourceSettings.Imap settings) throws MessagingException, IOException {
        IMAPStore store = new IMAPStore(Session.getInstance(ImapConnection.properties(settings)), null);
        try {
            store.connect(
                    settings.host(),
                    settings.port(),
                    settings.user(),
                    settings.password().reveal());
            IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_ONLY);
            return new ImapFolder(store, folder);
        } catch (MessagingException | RuntimeException e) {
            closed(store);
            throw e;
        }
    }

    /** As long as this is the same, so are the UIDs. */
    String validity() throws MessagingException {
        return String.valueOf(folder.getUIDValidity());
    }

    /** The highest UID so far; 0 in a folder that has never had a message. */
    long last() throws MessagingException {
        return Math.max(0, folder.getUIDNext() - 1);
    }

    /** The UID before the first message that arrived on that day or later; the last UID when none did. */
    long lastBefore(Instant day) throws MessagingException {
        OptionalLong first =
                search("SINCE " + DAY.format(day.atOffset(ZoneOffset.UTC))).min();
        return first.isPresent() ? first.getAsLong() - 1 : last();
    }

    /** The UIDs of some messages beyond this one, the oldest first. */
    List<Long> after(long uid) throws MessagingException {
        if (listed.isEmpty()) {
            list(uid);
        }
        List<Long> some = new ArrayList<>();
        while (some.size() < BATCH && !listed.isEmpty()) {
            some.add(listed.remove());
        }
        return some;
    }

    private void list(long uid) throws MessagingException {
        hear();
        told = false;
        // A server asked for what comes after the last message answers with the last one.
        search("UID " + (uid + 1) + ":*").filter(own -> own > uid).sorted().forEach(listed::add);
    }

    private LongStream search(String what) throws MessagingException {
        LongStream.Builder uids = LongStream.builder();
        for (Response response : ask("UID SEARCH " + what)) {
            if (response instanceof IMAPResponse answer && answer.keyEquals("SEARCH")) {
                for (long uid = answer.readLong(); uid != -1; uid = answer.readLong()) {
                    uids.add(uid);
                }
            }
        }
        return uids.build();
    }

    /** The message up to the size that is looked at; empty when somebody has taken it away meanwhile. */
    Optional<byte[]> read(long uid) throws MessagingException {
        return Arrays.stream(ask("UID FETCH " + uid + " (UID BODY.PEEK[]<0." + MessageReader.LARGEST + ">)"))
                .flatMap(response -> response instanceof FetchResponse fetched ? content(fetched, uid).stream() : null)
                .findFirst();
    }

    /** Empty for what a server tells of other messages on the way. */
    private static Optional<byte[]> content(FetchResponse fetched, long uid) {
        UID whose = fetched.getItem(UID.class);
        BODY body = fetched.getItem(BODY.class);
        return whose == null || whose.uid != uid || body == null
                ? Optional.empty()
                : Optional.ofNullable(body.getByteArray()).map(bytes -> cut(bytes.getNewBytes()));
    }

    /** Servers may send more than was asked for. */
    private static byte[] cut(byte[] message) {
        return message.length <= MessageReader.LARGEST ? message : Arrays.copyOf(message, MessageReader.LARGEST);
    }

    /** Waits until the server says that something changed, or for a while; false where it cannot say so. */
    boolean await(InstantSource clock, BooleanSupplier stopped) throws MessagingException {
        hear();
        // What was told before is not told again.
        if (told) {
            return true;
        }
        Instant end = clock.instant().plus(IDLE);
        BooleanSupplier over = () -> stopped.getAsBoolean() || clock.instant().isAfter(end);
        return store.hasCapability("IDLE") && Boolean.TRUE.equals(folder.doCommand(protocol -> idle(protocol, over)));
    }

    /** Servers may keep to themselves what has happened until they are asked something. */
    private void hear() throws MessagingException {
        ask("NOOP");
    }

    private Response[] ask(String command) throws MessagingException {
        return (Response[]) folder.doCommand(protocol -> {
            Response[] responses = protocol.command(command, null);
            told |= Arrays.stream(responses).anyMatch(ImapFolder::arrived);
            protocol.notifyResponseHandlers(responses);
            protocol.handleResult(responses[responses.length - 1]);
            return responses;
        });
    }

    private static boolean idle(IMAPProtocol protocol, BooleanSupplier over) throws ProtocolException {
        protocol.idleStart();
        boolean ending = false;
        boolean going = true;
        while (going) {
            Response response = protocol.readIdleResponse();
            boolean silent = silent(response);
            if (silent && ending) {
                throw new ConnectionException(protocol, response);
            }
            going = silent || protocol.processIdleResponse(response);
            if (going && !ending && (arrived(response) || over.getAsBoolean())) {
                protocol.idleAbort();
                ending = true;
            }
        }
        return true;
    }

    /** The socket's time-out is over, and nothing else happened. */
    private static boolean silent(Response response) {
        return response.isBYE() && response.isSynthetic() && response.getException() instanceof SocketTimeoutException;
    }

    private static boolean arrived(Response response) {
        return response instanceof IMAPResponse known && known.keyEquals("EXISTS");
    }

    @Override
    public void close() {
        closed(store);
    }

    private static void closed(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException | RuntimeException e) {
            // It is as closed as it can be.
        }
    }
}
