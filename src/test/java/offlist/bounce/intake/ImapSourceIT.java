package offlist.bounce.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import offlist.bounce.SourceSettings;
import offlist.bounce.SourceSettings.Tls;
import offlist.bounce.message.MessageReader;
import offlist.store.OpenStore;
import offlist.store.StoreException;
import offlist.testing.Dovecot;
import offlist.testing.ManualClock;
import offlist.testing.ServerKeys;
import offlist.testing.Stores;
import offlist.yaml.Secret;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A mailbox on a real IMAP server. */
class ImapSourceIT {
    private static final String PASSWORD = "kohle-und-reibach";
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private static final int ROUNDS = 10;
    private static final String SERVER = "localhost";

    @TempDir
    static Path keysDirectory;

    private static ServerKeys keys;
    private static Dovecot server;
    private static int users;

    @TempDir
    Path directory;

    private final ManualClock clock = new ManualClock(START);
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicReference<Consumer<byte[]>> taker =
            new AtomicReference<>(bytes -> seen.add(subject(new String(bytes, StandardCharsets.UTF_8))));
    private final String user = "bounces" + users++;
    private final List<ImapSource> open = new ArrayList<>();
    private OpenStore store;

    @BeforeAll
    static void startServer() throws Exception {
        keys = new ServerKeys(keysDirectory, PASSWORD);
        keys.make("server", SERVER);
        server = new Dovecot(PASSWORD)
                .certificate(keys.certificate("server"), keys.key("server"))
                .start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void start() {
        store = Stores.sqlite(directory);
    }

    @AfterEach
    void stop() {
        open.forEach(ImapSource::close);
        store.close();
    }

    private static String subject(String message) {
        return message.lines()
                .filter(line -> line.startsWith("Subject: "))
                .findFirst()
                .orElse("")
                .substring(9);
    }

    private void arrives(String subject) {
        arrives(subject, "it came back", START);
    }

    private void arrives(String subject, String body, Instant when) {
        server.deliver(user, "From: MAILER-DAEMON@mx.example.org\nSubject: " + subject + "\n\n" + body + "\n", when);
    }

    private ImapSource source() {
        return source(server.port(), PASSWORD, Tls.NONE, Optional.empty());
    }

    private ImapSource source(int at, String password, Tls tls, Optional<Path> ca) {
        return source(new SourceSettings.Imap(SERVER, at, user, Secret.of(password), "INBOX", tls, ca));
    }

    private ImapSource source(SourceSettings.Imap settings) {
        ImapSource source = new ImapSource(
                settings,
                new Positions(store.database()),
                () -> Duration.ofDays(90),
                bytes -> taker.get().accept(bytes),
                clock);
        open.add(source);
        return source;
    }

    /** What is there, without waiting for more. */
    private static void read(ImapSource source, int messages) throws IOException {
        int taken = 0;
        while (taken < messages) {
            taken += source.step();
        }
    }

    /** Steps in the background until it is closed. */
    private static Thread reading(ImapSource source, BooleanSupplier until) {
        return Thread.ofVirtual().start(() -> {
            try {
                while (!until.getAsBoolean()) {
                    source.step();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A source whose first look is over. */
    private ImapSource begun() throws Exception {
        ImapSource source = source();
        arrives("old");
        assertThat(source.step()).isZero();
        arrives("first");
        read(source, 1);
        assertThat(seen).containsExactly("first");
        return source;
    }

    /** Somebody else who has the mailbox open. */
    private IMAPFolder person() throws Exception {
        IMAPStore mailbox = new IMAPStore(Session.getInstance(new Properties()), null);
        mailbox.connect("127.0.0.1", server.port(), user, PASSWORD);
        IMAPFolder folder = (IMAPFolder) mailbox.getFolder("INBOX");
        folder.open(Folder.READ_WRITE);
        return folder;
    }

    private static void takeAway(IMAPFolder folder, int... numbers) throws MessagingException {
        folder.setFlags(numbers, new Flags(Flags.Flag.DELETED), true);
        folder.expunge();
    }

    @Test
    void whatLiesInAFolderThatIsSeenFirstIsOldAndWhatArrivesIsReadInItsOrder() throws Exception {
        ImapSource source = begun();
        for (int i = 0; i < 120; i++) {
            arrives("bounce " + i);
        }
        read(source, 120);

        assertThat(seen)
                .hasSize(121)
                .startsWith("first", "bounce 0", "bounce 1")
                .endsWith("bounce 119");
    }

    @Test
    void nothingInTheMailboxIsChanged() throws Exception {
        begun();

        IMAPFolder folder = person();
        assertThat(folder.getMessageCount()).isEqualTo(2);
        assertThat(folder.getUnreadMessageCount()).isEqualTo(2);
        folder.getStore().close();
    }

    @Test
    void whoReadsTheMailboxDoesNotTakeAnythingAway() throws Exception {
        ImapSource source = begun();
        arrives("seen by a person");
        arrives("deleted by a person");
        IMAPFolder folder = person();
        folder.setFlags(new int[] {3}, new Flags(Flags.Flag.SEEN), true);
        takeAway(folder, 4);
        arrives("last");
        read(source, 2);

        assertThat(seen).containsExactly("first", "seen by a person", "last");
        folder.getStore().close();
    }

    @Test
    void whatIsTakenAwayWhileOthersComeMakesNothingComeTwiceOrNotAtAll() throws Exception {
        ImapSource source = begun();
        List<String> wanted = new ArrayList<>(List.of("first"));
        Thread reading = reading(source, () -> seen.size() >= 1 + ROUNDS);
        IMAPFolder folder = person();
        for (int i = 0; i < ROUNDS; i++) {
            // As many as before when the source looks, and still a new one.
            takeAway(folder, 1);
            arrives("bounce " + i);
            wanted.add("bounce " + i);
            int sofar = wanted.size();
            await().until(() -> seen.size() >= sofar);
            folder.getMessageCount();
        }
        reading.join();

        assertThat(seen).containsExactlyElementsOf(wanted);
        folder.getStore().close();
    }

    @Test
    void whatIsTakenAwayBetweenTheListAndTheReadingIsPassedOver() throws Exception {
        ImapSource source = begun();
        arrives("one");
        arrives("two");
        arrives("three");
        IMAPFolder folder = person();
        Consumer<byte[]> works = taker.get();
        taker.set(bytes -> {
            works.accept(bytes);
            if (seen.getLast().equals("one")) {
                expunge(folder, 4);
            }
        });
        read(source, 3);

        assertThat(seen).containsExactly("first", "one", "three");
        folder.getStore().close();
    }

    private static void expunge(IMAPFolder folder, int number) {
        try {
            takeAway(folder, number);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRestartReadsNothingTwiceAndLosesNothing() throws Exception {
        begun().close();
        arrives("meanwhile");
        read(source(), 1);

        assertThat(seen).containsExactly("first", "meanwhile");
    }

    @Test
    void aServerThatTellsOfMailIsNotAskedForIt() throws Exception {
        ImapSource source = begun();
        Thread waiting = reading(source, () -> seen.size() == 2);
        arrives("told");
        waiting.join();

        assertThat(seen).containsExactly("first", "told");
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void aServerThatDoesNotTellIsAskedEvery30Seconds() throws Exception {
        try (Dovecot silent = new Dovecot(PASSWORD)
                .option("imap_capability = IMAP4rev1 LITERAL+")
                .start()) {
            ImapSource source = source(silent.port(), PASSWORD, Tls.NONE, Optional.empty());
            assertThat(source.step()).isZero();
            assertThat(source.step()).isZero();
            silent.deliver(user, "Subject: later\n\nbody\n", START);

            clock.pass(Duration.ofSeconds(29));
            assertThat(source.step()).isZero();
            clock.pass(Duration.ofSeconds(1));
            assertThat(source.step()).isOne();
            assertThat(seen).containsExactly("later");
        }
    }

    @Test
    void whatCouldNotBeKeptComesAgain() throws Exception {
        ImapSource source = begun();
        Consumer<byte[]> works = taker.get();
        taker.set(bytes -> {
            throw new StoreException("the disk is full", new IOException("full"));
        });
        arrives("one");
        arrives("two");
        assertThatThrownBy(source::step).isInstanceOf(StoreException.class);
        taker.set(works);
        read(source, 2);

        assertThat(seen).containsExactly("first", "one", "two");
    }

    @Test
    void newUidsForEverythingMeanReadingAgainButForWhatIsForgotten() throws Exception {
        arrives("older than refusals are kept", "x", START.minus(Duration.ofDays(92)));
        arrives("last month", "x", START.minus(Duration.ofDays(30)));
        arrives("today", "x", START);
        ImapSource source = source();
        new Positions(store.database()).keep(source.name(), new Position("other", 77));
        read(source, 2);

        assertThat(seen).containsExactly("last month", "today");
    }

    @Test
    void aWrongPasswordIsToldWithoutItAndNotTriedAllTheTime() throws Exception {
        ImapSource source = source(server.port(), "wrong-" + PASSWORD, Tls.NONE, Optional.empty());

        assertThatThrownBy(source::step)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not accept user and password")
                .hasMessageNotContaining("kohle");
        assertThatThrownBy(source::step).hasMessageContaining("does not accept user and password");
        await().until(() -> refused() == 1);
        clock.pass(Duration.ofSeconds(6));
        assertThatThrownBy(source::step).hasMessageContaining("does not accept user and password");
        await().until(() -> refused() == 2);
        assertThat(new Positions(store.database()).of(source.name())).isEmpty();
    }

    private long refused() {
        return server.log()
                .lines()
                .filter(line -> line.contains("auth failed") && line.contains("user=<" + user + ">"))
                .count();
    }

    @Test
    void aServerThatIsBackIsReadOnFromWhereItWas() throws Exception {
        ImapSource source = begun();
        server.stop();
        assertThatThrownBy(source::step).isInstanceOf(IOException.class);
        clock.pass(Duration.ofSeconds(6));
        assertThatThrownBy(source::step).isInstanceOf(IOException.class).hasMessageContaining("cannot be reached");

        arrives("meanwhile");
        server.start();
        clock.pass(Duration.ofMinutes(1));
        read(source, 1);

        assertThat(seen).containsExactly("first", "meanwhile");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aServerThatIsBackIsKnownToBeBeforeAnythingArrives() throws Exception {
        ImapSource source = begun();
        server.stop();
        assertThatThrownBy(source::step).isInstanceOf(IOException.class);
        server.start();
        clock.pass(Duration.ofMinutes(1));

        assertThat(source.step()).isZero();
    }

    @Test
    void ofALargeMessageTheBeginningIsRead() throws Exception {
        List<Integer> lengths = new CopyOnWriteArrayList<>();
        ImapSource source = begun();
        taker.set(bytes -> lengths.add(bytes.length));
        arrives("large", ("x".repeat(998) + "\n").repeat(30_000), START);
        arrives("small");
        read(source, 2);

        assertThat(lengths).hasSize(2).first().isEqualTo(MessageReader.LARGEST);
        assertThat(lengths.getLast()).isLessThan(200);
    }

    @Test
    void aFolderThatIsNotThereIsSaidSo() {
        ImapSource source = source(new SourceSettings.Imap(
                SERVER, server.port(), user, Secret.of(PASSWORD), "Bounces", Tls.NONE, Optional.empty()));

        assertThatThrownBy(source::step).isInstanceOf(IOException.class).hasMessage("there is no folder Bounces");
    }

    @Test
    void aConnectionIsEncryptedFromItsBeginning() throws Exception {
        secured(server.securePort(), Tls.IMPLICIT);
    }

    @Test
    void aConnectionIsEncryptedBeforeThePasswordIsTold() throws Exception {
        secured(server.port(), Tls.STARTTLS);
    }

    private void secured(int port, Tls tls) throws Exception {
        arrives("secret");
        ImapSource source = source(port, PASSWORD, tls, Optional.of(keys.certificate("server")));
        new Positions(store.database()).keep(source.name(), new Position("before", 0));
        read(source, 1);

        assertThat(seen).containsExactly("secret");
        await().until(() -> server.log().contains("Login: user=<" + user + ">"));
        assertThat(server.log().lines().filter(line -> line.contains("Login: user=<" + user + ">")))
                .singleElement()
                .asString()
                .contains(", TLS,");
    }

    @Test
    void aServerWithoutStarttlsHearsNoPassword() throws Exception {
        try (Dovecot plain = new Dovecot(PASSWORD).start()) {
            ImapSource source = source(plain.port(), PASSWORD, Tls.STARTTLS, Optional.of(keys.certificate("server")));

            assertThatThrownBy(source::step).isInstanceOf(IOException.class).hasMessageContaining("STARTTLS");
            await().until(() -> plain.log().contains("no auth attempts"));
            assertThat(plain.log()).doesNotContain("Login: user=");
        }
    }

    @Test
    void aCertificateThatNobodyKnowsIsNotBelieved() {
        ImapSource source = source(server.securePort(), PASSWORD, Tls.IMPLICIT, Optional.empty());

        assertThatThrownBy(source::step).isInstanceOf(IOException.class).hasMessageContaining("no trusted connection");
    }

    @Test
    void aCertificateForAnotherNameIsNotBelieved() {
        for (Tls tls : List.of(Tls.IMPLICIT, Tls.STARTTLS)) {
            int port = tls == Tls.IMPLICIT ? server.securePort() : server.port();
            ImapSource source = source(new SourceSettings.Imap(
                    "127.0.0.1",
                    port,
                    user,
                    Secret.of(PASSWORD),
                    "INBOX",
                    tls,
                    Optional.of(keys.certificate("server"))));

            assertThatThrownBy(source::step).isInstanceOf(IOException.class).hasMessageContaining("127.0.0.1");
        }
    }

    @Test
    void aSourceThatIsClosedWhileItWaitsEnds() throws Exception {
        ImapSource source = begun();
        AtomicBoolean closed = new AtomicBoolean();
        Thread waiting = reading(source, closed::get);
        source.close();
        closed.set(true);
        waiting.join();

        assertThat(source.step()).isZero();
    }
}
