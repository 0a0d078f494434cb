package offlist.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import offlist.alert.Audit;
import offlist.store.OpenStore;
import offlist.testing.Stores;
import offlist.ticket.TicketDoor.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class TicketDoorTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TASK = "task-L1";
    static final List<String> NAMES = Presets.NAMES;

    @TempDir
    Path directory;

    private OpenStore store;
    private final List<TicketHeard> heard = new ArrayList<>();

    @BeforeEach
    void openStore() {
        store = Stores.sqlite(directory);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    /** A system that has a ticket for the task; what its webhook posts about it, recorded, with that ticket in it. */
    private record Scene(TicketStory story, TicketDoor door, byte[] body) {}

    private Scene scene(String preset) throws Exception {
        try (FakeTracker tracker = Trackers.start(preset)) {
            TicketStory story = new TicketStory(store.database(), Trackers.system(preset, preset, tracker.url()));
            story.happens("opened", TicketStory.task(TASK, "open"));
            story.work();
            TicketDoor door = new TicketDoor(
                    store.database(), () -> story.settings, (tx, news) -> heard.add(news), () -> TicketStory.T0);
            ObjectNode body = (ObjectNode)
                    JSON.readTree(Files.readString(Path.of("src/test/resources/tickets", preset, "webhook.json")));
            String id = tracker.tickets.getFirst().id();
            switch (preset) {
                case "github" ->
                    ((ObjectNode) body.path("issue"))
                            .put("body", "Key: " + TASK)
                            .put("number", id);
                case "gitlab" ->
                    ((ObjectNode) body.path("object_attributes"))
                            .put("description", "Key: " + TASK)
                            .put("iid", id);
                case "jira-cloud", "jira-data-center" -> ((ObjectNode) body.path("issue")).put("key", id);
                case "zammad" -> ((ObjectNode) body.path("ticket")).put("id", id);
                default -> body.put("id", id);
            }
            return new Scene(story, door, body.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Map<String, String> headers(String preset, byte[] body) throws Exception {
        return switch (preset) {
            case "github" -> Map.of("X-Hub-Signature-256", "sha256=" + hmac("HmacSHA256", body));
            case "gitlab" -> Map.of("X-Gitlab-Token", Trackers.HOOK);
            case "jira-cloud" -> Map.of("X-Hub-Signature", "sha256=" + hmac("HmacSHA256", body));
            case "zammad" -> Map.of("X-Hub-Signature", "sha1=" + hmac("HmacSHA1", body));
            default -> Map.of("X-Offlist-Secret", Trackers.HOOK);
        };
    }

    private static String hmac(String algorithm, byte[] body) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(Trackers.HOOK.getBytes(StandardCharsets.UTF_8), algorithm));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void thatATicketWasClosedIsHeardOnce(String preset) throws Exception {
        Scene scene = scene(preset);
        Map<String, String> headers = headers(preset, scene.body());

        assertThat(scene.door().enter(preset, headers::get, scene.body())).isEqualTo(Entry.HEARD);
        assertThat(scene.door().enter(preset, headers::get, scene.body())).isEqualTo(Entry.NOTHING);

        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst().task()).isEqualTo(TASK);
        assertThat(heard.getFirst().closed()).isTrue();
        assertThat(heard.getFirst().what()).isEqualTo("ticket closed");
        assertThat(heard.getFirst().link()).isPresent();
        assertThat(heard.getFirst().who()).doesNotContain("somebody");
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void whoDoesNotKnowTheSecretIsAStranger(String preset) throws Exception {
        Scene scene = scene(preset);
        byte[] other =
                new String(scene.body(), StandardCharsets.UTF_8).concat(" ").getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = headers(preset, scene.body());

        assertThat(scene.door().enter(preset, name -> null, scene.body())).isEqualTo(Entry.STRANGER);
        assertThat(scene.door().enter(preset, name -> "", scene.body())).isEqualTo(Entry.STRANGER);
        assertThat(scene.door().enter(preset, name -> headers.get(name) + "0", scene.body()))
                .isEqualTo(Entry.STRANGER);
        if (headers.keySet().stream().anyMatch(name -> name.contains("Signature"))) {
            assertThat(scene.door().enter(preset, headers::get, other)).isEqualTo(Entry.STRANGER);
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void aTicketOfAnotherRepositoryWithTheSameNumberIsNotMeant() throws Exception {
        Scene scene = scene("github");
        byte[] body = new String(scene.body(), StandardCharsets.UTF_8)
                .replace("Key: " + TASK, "something else")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(scene.door().enter("github", headers("github", body)::get, body))
                .isEqualTo(Entry.NOTHING);
    }

    @Test
    void thatItWasReopenedIsHeardAfterItWasClosed() throws Exception {
        Scene scene = scene("github");
        byte[] again = new String(scene.body(), StandardCharsets.UTF_8)
                .replace("\"action\":\"closed\"", "\"action\":\"reopened\"")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(scene.door().enter("github", headers("github", again)::get, again))
                .isEqualTo(Entry.NOTHING);
        scene.door().enter("github", headers("github", scene.body())::get, scene.body());
        assertThat(scene.door().enter("github", headers("github", again)::get, again))
                .isEqualTo(Entry.HEARD);
        assertThat(heard.getLast().what()).isEqualTo("ticket reopened");
    }

    @Test
    void whatWeHaveClosedOurselvesIsNoNews() throws Exception {
        Scene scene = scene("rt");
        scene.story().happens("closed", TicketStory.task(TASK, "closed"));

        assertThat(scene.door().enter("rt", headers("rt", scene.body())::get, scene.body()))
                .isEqualTo(Entry.NOTHING);
    }

    @Test
    void theTaskStaysAsItIsAndTheAuditTrailSaysWho() throws Exception {
        Scene scene = scene("rt");
        TicketDoor door = new TicketDoor(
                store.database(), () -> scene.story().settings, TicketNews.audited(), () -> TicketStory.T0);
        door.enter("rt", headers("rt", scene.body())::get, scene.body());

        Audit.Entry entry = new Audit(store.database()).newest(10).getFirst();
        assertThat(entry.actor()).isEqualTo("rt:jane");
        assertThat(entry.action()).isEqualTo("ticket.close");
        assertThat(entry.subject()).isEqualTo(TASK);
        assertThat(new TicketBook(store.database()).byExternal("rt", "20"))
                .hasValueSatisfying(row -> assertThat(row.open()).isTrue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nobody | {}                                  | UNKNOWN
            rt     | {                                   | UNREADABLE
            rt     | []                                  | UNREADABLE
            rt     | {}                                  | NOTHING
            rt     | {"id": "20", "status": "stalled"}   | NOTHING
            rt     | {"id": "21", "status": "resolved"}  | NOTHING
            rt     | {"id": {}, "status": "resolved"}    | NOTHING
            """)
    void whatIsNotAboutATicketOfOursIsNothing(String name, String body, Entry entry) throws Exception {
        Scene scene = scene("rt");

        assertThat(scene.door().enter(name, header -> Trackers.HOOK, body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(entry);
    }

    @Test
    void aLargeBodyIsNotRead() throws Exception {
        Scene scene = scene("rt");

        assertThat(scene.door().enter("rt", header -> Trackers.HOOK, new byte[TicketDoor.LARGEST + 1]))
                .isEqualTo(Entry.TOO_LARGE);
    }

    @Test
    void withoutASecretNobodyGetsIn() {
        TicketSystem open = Trackers.system("rt", "rt", "http://127.0.0.1:1");
        TicketSettings settings = new TicketSettings(
                List.of(new TicketSystem(
                        "rt",
                        "rt",
                        open.api(),
                        open.url(),
                        open.user(),
                        open.token(),
                        open.parameters(),
                        Optional.empty(),
                        1)),
                Optional.empty());
        TicketDoor door = new TicketDoor(store.database(), () -> settings, TicketNews.audited(), () -> TicketStory.T0);

        assertThat(door.enter("rt", header -> "", new byte[0])).isEqualTo(Entry.UNKNOWN);
    }
}
