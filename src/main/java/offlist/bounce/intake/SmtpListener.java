package offlist.bounce.intake;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import offlist.bounce.SourceSettings;
import offlist.bounce.message.MessageReader;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/**
 * A port that takes bounces by SMTP (RFC 5321) and LMTP (RFC 2033), for a mail server on the same machine. A message is acknowledged
 * when what it tells is kept. It takes mail and sends none, whoever asks.
 *
 * <p>The messages come on threads of the connections; {@link #step} only sees to it that the port is open, and that nobody
 * occupies it by being slow.
 */
public final class SmtpListener implements BounceSource {
    private static final int CONNECTIONS = 20;
    private static final int RECIPIENTS = 100;
    private static final Duration SILENCE = Duration.ofSeconds(60);
    /** Whoever needs longer for a whole session is no mail server. */
    private static final Duration SESSION = Duration.ofMinutes(10);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final InetSocketAddress where;
    private final AcceptedRecipients recipients;
    private final Consumer<byte[]> taker;
    private final Consumer<String> trouble;
    private final InstantSource clock;
    private final BackOff backOff;
    private final Map<Session, Instant> sessions = new ConcurrentHashMap<>();
    private final Lmtp lmtp = new Lmtp();
    private volatile String last = "";
    private @Nullable SMTPServer server;

    /**
     * @param taker reads a message and keeps what it tells; several threads call it
     * @param trouble is told why a message could not be taken, when that begins and when it changes
     */
    public SmtpListener(
            SourceSettings.Listen settings, Consumer<byte[]> taker, Consumer<String> trouble, InstantSource clock) {
        this.where = new InetSocketAddress(settings.address().toInetAddress(), settings.port());
        this.recipients = new AcceptedRecipients(settings.recipients());
        this.taker = message -> {
            taker.accept(message);
            last = "";
        };
        this.trouble = words -> {
            if (!words.equals(last)) {
                last = words;
                trouble.accept(words);
            }
        };
        this.clock = clock;
        this.backOff = new BackOff(clock, FIRST_PAUSE, LONGEST_PAUSE);
    }

    @Override
    public String name() {
        return "SMTP listener " + where.getAddress().getHostAddress() + " port " + where.getPort();
    }

    @Override
    public int step() throws IOException {
        if (server == null) {
            backOff.check();
            server = open();
            backOff.works();
        }
        Instant late = clock.instant().minus(SESSION);
        for (Map.Entry<Session, Instant> session : sessions.entrySet()) {
            if (session.getValue().isBefore(late)) {
                session.getKey().closeSocket();
            }
        }
        return 0;
    }

    /** The port it listens at; one that the system chose where 0 is wanted. */
    int port() {
        return server == null ? 0 : server.getPortAllocated();
    }

    private SMTPServer open() throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        SMTPServer opened = new SMTPServer.Builder()
                .bindAddress(where.getAddress())
                .port(where.getPort())
                .serverSocketFactory(() -> socket)
                .hostName("offlist")
                .softwareName("Offlist")
                .insertReceivedHeaders(false)
                // A bounce has no sender, and nobody is answered: any text will do.
                .fromAddressValidator(any -> true)
                .maxConnections(CONNECTIONS)
                .maxRecipients(RECIPIENTS)
                .maxMessageSize(MessageReader.LARGEST)
                .connectionTimeout((int) SILENCE.toSeconds(), TimeUnit.SECONDS)
                .executorService(Executors.newCachedThreadPool(SmtpListener::thread))
                .sessionHandler(new Watch())
                .messageHandlerFactory(context ->
                        new SmtpDelivery(recipients, taker, trouble, ((Session) context)::resetMailTransaction))
                .build();
        if (Lmtp.isAllowedAt(where.getPort())) {
            lmtp.teach(opened.getCommandHandler());
        }
        try {
            opened.start();
            return opened;
        } catch (RuntimeException taken) {
            socket.close();
            // The library wraps what the system said.
            Throwable why = taken.getCause() == null ? taken : taken.getCause();
            throw backOff.failed(new IOException("the port cannot be opened: " + why.getMessage(), taken));
        }
    }

    /** What a client does wrong may end its thread, and is nothing to print. */
    private static Thread thread(Runnable session) {
        Thread thread = new Thread(session);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ended, why) -> {});
        return thread;
    }

    private final class Watch implements SessionHandler {
        @Override
        public SessionAcceptance accept(Session session) {
            sessions.put(session, clock.instant());
            return SessionAcceptance.success();
        }

        @Override
        public void onSessionEnd(Session session) {
            sessions.remove(session);
            lmtp.ended(session);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }
}
