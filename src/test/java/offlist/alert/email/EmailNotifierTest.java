package offlist.alert.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import offlist.alert.MailSettings;
import offlist.alert.MailSettings.Tls;
import offlist.alert.Messages;
import offlist.alert.Notifier;
import offlist.alert.NotifierContract;
import offlist.alert.Outcome;
import offlist.alert.Reading;
import offlist.alert.Sent;
import offlist.yaml.Secret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailNotifierTest extends NotifierContract {
    private static final List<Sent> GIVEN_UP = new CopyOnWriteArrayList<>();
    private static Vertx vertx;

    private FakeSmtp relay;
    private ServerSocket mute;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @BeforeEach
    void startRelay() throws IOException {
        GIVEN_UP.clear();
        relay = new FakeSmtp();
        mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stopRelay() throws IOException {
        relay.close();
        mute.close();
    }

    private Notifier at(int port) {
        return at(port, Optional.empty(), List.of("postmaster@example.com"));
    }

    private static Notifier at(int port, Optional<String> user, List<String> to) {
        MailSettings settings = new MailSettings(
                "127.0.0.1",
                port,
                "Offlist <offlist@example.com>",
                Tls.OPPORTUNISTIC,
                user,
                user.map(name -> Secret.of(SECRET)));
        return new EmailNotifier(vertx, settings, to, GIVEN_UP::add, Duration.ofSeconds(2));
    }

    @Override
    protected Reading reading() {
        return new MailReading();
    }

    @Override
    protected Notifier accepted() {
        relay.reply("RCPT", "250 ok");
        return at(relay.port());
    }

    @Override
    protected Notifier deferred() {
        relay.reply("RCPT", "450 4.2.0 greylisted");
        return at(relay.port());
    }

    @Override
    protected Notifier refused() {
        relay.reply("RCPT", "550 5.1.1 no such user");
        return at(relay.port());
    }

    @Override
    protected Notifier absent() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return at(free.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Notifier silent() {
        return at(mute.getLocalPort());
    }

    @Override
    protected List<String> arrived() {
        return relay.mails;
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, 421 busy, retried",
        "CONNECT, 554 go away, given_up",
        "MAIL, 452 full, retried",
        "MAIL, 530 authenticate first, given_up",
        "RCPT, 421 closing, retried",
        "RCPT, 451 later, retried",
        "RCPT, 554 refused, given_up",
        "DATA, 451 later, retried",
        "DATA, 554 refused, given_up",
        "., 451 later, retried",
        "., 552 too large, given_up",
    })
    void aReplyMeansTheSameWhereverItComes(String command, String reply, String outcome) {
        relay.reply(command, reply);

        assertThat(at(relay.port()).send(Messages.opened()).label()).isEqualTo(outcome);
    }

    @Test
    void theRelaysWordsAreHandedOn() {
        assertThat(refused().send(Messages.opened()).toString()).contains("550", "no such user");
    }

    @Test
    void aWrongPasswordIsNotShownEvenIfTheRelayRepeatsIt() {
        relay.reply("EHLO", "250-fake\r\n250 AUTH PLAIN").reply("AUTH", "535 no such password: " + SECRET);

        Outcome outcome = at(relay.port(), Optional.of("offlist"), List.of("a@example.com"))
                .send(Messages.opened());

        assertThat(outcome.toString()).doesNotContain(SECRET);
        assertThat(outcome.label()).isEqualTo("given_up");
    }

    @Test
    void severalRecipientsAreTold() {
        at(relay.port(), Optional.empty(), List.of("a@example.com", "b@example.com"))
                .send(Messages.opened());

        assertThat(relay.commands).contains("RCPT TO:<a@example.com>", "RCPT TO:<b@example.com>");
    }

    @Test
    void whenNobodyIsAcceptedTheRelaysReasonIsKnown() {
        relay.reply("RCPT", "550 5.1.1 no such user");

        assertThat(at(relay.port(), Optional.empty(), List.of("a@example.com", "b@example.com"))
                        .send(Messages.opened())
                        .label())
                .isEqualTo("given_up");
    }

    private Notifier three() {
        return at(relay.port(), Optional.empty(), List.of("ok@example.com", "Grey@example.com", "gone@example.com"));
    }

    private FakeSmtp mixed() {
        return relay.reply("RCPT TO:<Grey@example.com>", "450 4.2.0 greylisted")
                .reply("RCPT TO:<gone@example.com>", "550 5.1.1 no such user");
    }

    @Test
    void whoIsRefusedForAWhileGetsTheMailLaterAndNobodyGetsItTwice() {
        mixed();
        Notifier notifier = three();

        Outcome first = notifier.send(Messages.opened());
        relay.reply("RCPT TO:<Grey@example.com>", "250 ok");
        relay.commands.clear();
        Outcome second = notifier.send(Messages.opened());

        assertThat(first).asString().contains("RetryLater", "SMTP 450", "greylisted");
        assertThat(second).isEqualTo(new Outcome.Delivered());
        assertThat(relay.mails)
                .hasSize(2)
                .allMatch(mail -> mail.contains(Messages.opened().key()));
        assertThat(relay.commands)
                .filteredOn(command -> command.startsWith("RCPT"))
                .containsExactly("RCPT TO:<Grey@example.com>");
    }

    @Test
    void whoIsRefusedForGoodIsCountedOnceAndTheOthersHaveTheMail() {
        mixed().reply("RCPT TO:<Grey@example.com>", "250 ok");

        assertThat(three().send(Messages.opened())).isEqualTo(new Outcome.Delivered());
        assertThat(GIVEN_UP).singleElement().satisfies(sent -> {
            assertThat(sent.receiver()).isEqualTo(Messages.opened().receiver());
            assertThat(sent.outcome()).asString().contains("GivenUp", "SMTP 550", "no such user");
        });
    }

    @Test
    void aFullMailboxDoesNotHoldUpTheOthersForEver() {
        mixed();
        Notifier notifier = three();
        int tries = 1;
        while (notifier.send(Messages.opened()) instanceof Outcome.RetryLater && tries < 50) {
            tries++;
        }
        assertThat(tries).isEqualTo(10);
        assertThat(notifier.send(Messages.changed())).isEqualTo(new Outcome.Delivered());
        relay.reply("RCPT TO:<Grey@example.com>", "250 ok");
        notifier.send(Messages.delisted());
        mixed();

        assertThat(notifier.send(Messages.still())).isInstanceOf(Outcome.RetryLater.class);
        assertThat(GIVEN_UP)
                .filteredOn(sent -> sent.outcome().toString().contains("450"))
                .hasSize(2);
    }

    @Test
    void aMailThatNobodyHasIsTriedAgainForWhomThatMayHelp() {
        mixed().reply("RCPT TO:<ok@example.com>", "451 later");
        Notifier notifier = three();

        assertThat(notifier.send(Messages.opened())).isInstanceOf(Outcome.RetryLater.class);
        relay.commands.clear();
        notifier.send(Messages.opened());

        assertThat(relay.commands).noneMatch(command -> command.contains("gone@example.com"));
        assertThat(relay.mails).isEmpty();
    }

    @Test
    void theRelayIsGreetedWithTheSendersDomain() {
        accepted().send(Messages.opened());

        assertThat(relay.commands.getFirst()).isEqualTo("EHLO example.com");
    }

    @Test
    void nothingHostileReachesACommandOrHeader() {
        accepted().send(Messages.hostile());

        String head = relay.mails.getFirst().substring(0, relay.mails.getFirst().indexOf("\n\n"));
        assertThat(head.lines()).noneMatch(line -> line.startsWith("Bcc"));
        assertThat(relay.commands).noneMatch(command -> command.contains("all@example.com"));
    }
}
