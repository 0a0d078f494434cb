package offlist.draft;

import static offlist.alert.Events.T0;
import static offlist.alert.Events.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import offlist.alert.Events;
import offlist.alert.MailSettings;
import offlist.alert.email.FakeSmtp;
import offlist.alert.email.PlainMail;
import offlist.alert.email.Post;
import offlist.alert.email.Post.Handed;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.FurtherFiles;
import offlist.catalogue.ListId;
import offlist.catalogue.RemovalMethod;
import offlist.catalogue.Severity;
import offlist.delist.DelistConsumer;
import offlist.delist.RemovalSettings;
import offlist.delist.RemovalTask;
import offlist.delist.RequestMail;
import offlist.delist.TaskAction;
import offlist.delist.TaskDesk;
import offlist.delist.TaskState;
import offlist.delist.Tasks;
import offlist.ready.Check;
import offlist.ready.Finding;
import offlist.ready.ReadinessSettings;
import offlist.ready.Result;
import offlist.store.Database;
import offlist.store.OpenStore;
import offlist.store.Outbox;
import offlist.testing.FreePorts;
import offlist.testing.Stores;
import offlist.track.EventJson;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.track.Transition;
import offlist.yaml.Problems;
import offlist.yaml.YamlText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests by mail, to a relay on the loopback that replies as it is told. */
class RequestsTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Catalogue SHIPPED = CatalogueReader.shipped();
    private static final ListId LIST = new ListId("partner");
    private static final String PUBLISHED = "removals@partner.example";
    private static final String OWN = "friend@partner.example";
    private static final String FILE = """
            lists:
              - id: partner
                zone: bl.partner.example
                codes: [{match: 127.0.0.2, effect: listed, reason: spam-source, meaning: sent spam}]
                removal: %s
            """;

    @TempDir
    private Path folder;

    private final FakeSmtp server = new FakeSmtp();
    private OpenStore store;
    private TaskDesk desk;
    private String id = "";
    private RequestMail mail = new RequestMail(true, Map.of());
    private Optional<Function<PlainMail, Handed>> relay = relay(server.port());
    private Catalogue catalogue = SHIPPED;

    @BeforeEach
    void openTask() throws IOException {
        store = Stores.sqlite(folder);
        desk = new TaskDesk(store.database(), () -> T0, () -> {});
        catalogue = catalogue("{methods: [email], email: removals@partner.example}");
        id = task();
        desk.looked(id, List.of());
        desk.act(id, new TaskAction.Explain("a form was abused", "it asks first"), "ann");
    }

    @AfterEach
    void close() {
        server.close();
        store.close();
    }

    @AfterAll
    static void closeVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private Catalogue catalogue(String removal) throws IOException {
        Path directory = Files.createTempDirectory(folder, "catalogue");
        Files.writeString(directory.resolve("partner.yaml"), FILE.formatted(removal));
        Problems problems = new Problems();
        FurtherFiles files = CatalogueReader.over(SHIPPED, directory, YamlText.given("catalogue", "x"), problems);
        assertThat(problems.list()).isEmpty();
        return files.catalogue();
    }

    private String task() {
        Database database = store.database();
        ListedCode code = new ListedCode("127.0.0.2", "spam-source", "spam", Optional.empty());
        Listing listing = Events.with(
                Events.listing("192.0.2.10", LIST, Severity.MAJOR, "a"),
                List.of(code),
                Optional.empty(),
                Optional.empty());
        Transition event = opened(listing, T0);
        database.transact(tx -> {
            Outbox.append(tx, event.id(), event.type(), event.subject(), event.at(), EventJson.encode(event));
        });
        DelistConsumer consumer = new DelistConsumer(() -> catalogue);
        new Outbox(database).after(0, 1).forEach(entry -> database.transact(tx -> consumer.take(tx, entry)));
        return RemovalTask.idFor(listing.id());
    }

    private static Optional<Function<PlainMail, Handed>> relay(int port) {
        MailSettings settings = new MailSettings(
                "127.0.0.1", port, "offlist@example.com", MailSettings.Tls.NONE, Optional.empty(), Optional.empty());
        return Optional.of(new Post(VERTX, settings)::hand);
    }

    private RemovalSettings settings() {
        return new RemovalSettings(
                Optional.of("Example Ltd"), Optional.of("abuse@example.com"), ReadinessSettings.DEFAULT, mail);
    }

    private Requests requests() {
        return new Requests(desk, new Drafts(() -> catalogue, this::settings), this::settings, () -> relay);
    }

    private RemovalTask now() {
        return new Tasks(store.database()).byId(id).orElseThrow();
    }

    private String refused(Requests.Result result) {
        assertThat(result).isInstanceOf(Requests.Result.NotSent.class);
        assertThat(server.mails).isEmpty();
        return ((Requests.Result.NotSent) result).why().words();
    }

    @Test
    void aDryRunSendsNothingAndChangesNothing() {
        RemovalTask before = now();

        Requests.Result.Shown shown = (Requests.Result.Shown) requests().show(before, "ann");

        assertThat(shown.not()).isEmpty();
        assertThat(shown.mail().to()).isEqualTo(PUBLISHED);
        assertThat(shown.mail().body()).contains("192.0.2.10", "a form was abused", "it asks first");
        assertThat(server.commands).isEmpty();
        assertThat(now()).isEqualTo(before);
    }

    @Test
    void nothingIsSentUnlessItWasSwitchedOn() {
        mail = RequestMail.DRY;

        assertThat(refused(requests().send(now(), "ann"))).contains("removal.mail.send");
        assertThat(requests().show(now(), "ann"))
                .isInstanceOfSatisfying(
                        Requests.Result.Shown.class,
                        shown -> assertThat(shown.not()).isPresent());
        assertThat(server.commands).isEmpty();
        assertThat(now().state()).isInstanceOf(TaskState.Ready.class);
    }

    @Test
    void whatIsSentIsWrittenDownAndNeverSentAgain() {
        Requests.Result.Sent sent = (Requests.Result.Sent) requests().send(now(), "ann");

        assertThat(sent.doubt()).isEmpty();
        assertThat(now().state()).isInstanceOf(TaskState.Requested.class);
        assertThat(now().dossier().requests()).singleElement().satisfies(request -> {
            assertThat(request.how()).isEqualTo(RemovalMethod.EMAIL);
            assertThat(request.reference()).isEqualTo(sent.mail().id());
            assertThat(request.by()).isEqualTo("ann");
        });
        assertThat(requests().send(now(), "bob")).isInstanceOf(Requests.Result.NotSent.class);
        assertThat(server.mails)
                .singleElement()
                .asString()
                .contains("Message-ID: " + sent.mail().id())
                .contains("From: abuse@example.com")
                .contains("To: " + sent.mail().to())
                .doesNotContain("Auto-Submitted");
        assertThat(server.commands)
                .contains(
                        "MAIL FROM:<abuse@example.com>",
                        "RCPT TO:<" + sent.mail().to() + ">");
    }

    @Test
    void twoPeopleAtOnceSendOne() throws Exception {
        Requests requests = requests();
        RemovalTask task = now();
        Callable<Requests.Result> send = () -> requests.send(task, "ann");
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Requests.Result> each : threads.invokeAll(List.of(send, send))) {
                each.get();
            }
        }
        assertThat(server.mails).hasSize(1);
        assertThat(now().dossier().requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"RCPT | 550 unknown", "CONNECT | 421 busy", ". | 554 no spam", "MAIL | 451 later"})
    void whatTheRelayDoesNotTakeIsTakenBackAndCanBeSentLater(String command, String reply) {
        server.reply(command, reply);
        Requests.Result result = requests().send(now(), "ann");

        assertThat(result).isInstanceOf(Requests.Result.NotSent.class);
        assertThat(now().state()).isInstanceOf(TaskState.Ready.class);
        assertThat(now().dossier().requests()).isEmpty();
        assertThat(now().askAgainAt()).isEmpty();
        assertThat(desk.history(id, 2)).extracting(TaskDesk.Step::action).containsExactly("unsent", "request");
        relay = relay(new FakeSmtp().port());
        assertThat(requests().send(now(), "ann")).isInstanceOf(Requests.Result.Sent.class);
    }

    @Test
    void whereNobodyListensNothingWasSent() {
        relay = relay(FreePorts.next());

        assertThat(refused(requests().send(now(), "ann"))).contains("did not go out");
        assertThat(now().state()).isInstanceOf(TaskState.Ready.class);
    }

    @Test
    void whatMayHaveGoneOutCountsAsSent() {
        server.reply(".", FakeSmtp.HANG_UP);

        Requests.Result.Sent sent = (Requests.Result.Sent) requests().send(now(), "ann");

        assertThat(sent.doubt()).isPresent();
        assertThat(now().state()).isInstanceOf(TaskState.Requested.class);
        assertThat(desk.history(id, 1).getFirst().detail()).contains("not known whether");
        assertThat(requests().send(now(), "ann")).isInstanceOf(Requests.Result.NotSent.class);
        assertThat(server.mails).hasSize(1);
    }

    /** As a kill between the note and the mail: nobody knows. */
    @Test
    void whatEndsWhileSendingIsNotSentTwice() {
        relay = Optional.of(mail -> {
            throw new IllegalStateException("the process ends here");
        });
        assertThatThrownBy(() -> requests().send(now(), "ann")).hasMessage("the process ends here");

        relay = relay(server.port());
        assertThat(refused(requests().send(now(), "ann"))).contains("asked on");
        assertThat(now().state()).isInstanceOf(TaskState.Requested.class);
    }

    @Test
    void nobodyIsWrittenToWhomNeitherCatalogueNorOperatorNames() throws IOException {
        catalogue = catalogue("{methods: [self-service], email: removals@partner.example}");
        assertThat(refused(requests().send(now(), "ann"))).contains("no address is known");

        mail = new RequestMail(true, Map.of(new ListId("another"), OWN));
        assertThat(refused(requests().send(now(), "ann"))).contains("no address is known");
    }

    @Test
    void theOperatorsAddressGoesBeforeTheCatalogues() {
        mail = new RequestMail(true, Map.of(LIST, OWN));

        assertThat(requests().send(now(), "ann"))
                .isInstanceOfSatisfying(
                        Requests.Result.Sent.class,
                        sent -> assertThat(sent.mail().to()).isEqualTo(OWN));
        assertThat(server.commands).contains("RCPT TO:<" + OWN + ">");
    }

    @Test
    void withoutCauseAndFixNothingIsSent() {
        desk.act(id, new TaskAction.Explain("", ""), "ann");

        assertThat(refused(requests().send(now(), "ann"))).contains("what was wrong", "what was done");
    }

    @Test
    void whatIsBlockedIsNotSent() {
        desk.looked(id, List.of(new Finding(Check.PTR, "192.0.2.10", Result.BAD, "it has no name", "give it one")));

        assertThat(refused(requests().send(now(), "ann"))).contains("it has no name");
        assertThat(now().state()).isInstanceOf(TaskState.Blocked.class);
    }

    @Test
    void withoutARelayNothingIsSent() {
        relay = Optional.empty();

        assertThat(refused(requests().send(now(), "ann"))).contains("no `mail`");
    }
}
