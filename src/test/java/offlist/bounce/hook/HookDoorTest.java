package offlist.bounce.hook;

import static offlist.bounce.hook.Services.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import offlist.bounce.hook.HookDoor.Entry;
import offlist.bounce.hook.Services.Post;
import offlist.store.StoreException;
import offlist.testing.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the hooks of all services. */
final class HookDoorTest {
    private static final Entry TAKEN = new Entry.Taken();
    private static final Entry STRANGER = new Entry.Stranger();

    private final ManualClock clock = new ManualClock(NOW);
    private final Heard heard = new Heard();
    private final AtomicReference<List<HookSettings>> settings = new AtomicReference<>(Services.settings());
    private final HookDoor door = new HookDoor(settings::get, heard, Net.usual(), clock);

    static List<String> services() {
        return Services.NAMES;
    }

    private Entry enter(String service, Post post) {
        return door.enter(service, post.header(), post.body());
    }

    @ParameterizedTest
    @MethodSource("services")
    void whatTheServiceSendsIsTaken(String service) {
        assertThat(enter(service, Services.refusal(service, NOW))).isEqualTo(TAKEN);
        assertThat(heard.lines()).anyMatch(line -> line.startsWith("refused ann@example.org"));
    }

    /** Amazon SNS has its key to itself. */
    @ParameterizedTest
    @ValueSource(strings = {"sendgrid", "mailgun", "postal", "haraka", "kumomta"})
    void anotherKeyIsRefused(String service) {
        settings.set(Services.strangers());

        assertThat(enter(service, Services.refusal(service, NOW))).isEqualTo(STRANGER);
        assertThat(heard.lines()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void withoutProofNothingIsTaken(String service) {
        Post bare = Post.of(
                Map.of(), Services.refusal(service, NOW).text().replaceAll("\"[Ss]ignature\"\\s*:\\s*\"", "\"x\":\""));

        assertThat(enter(service, bare)).isEqualTo(STRANGER);
        assertThat(heard.lines()).isEmpty();
    }

    /** In what is signed: the whole body, a field of it, or the token alone. */
    @ParameterizedTest
    @MethodSource("services")
    void oneOtherBitIsRefused(String service) {
        Post post = Services.refusal(service, NOW);
        Post changed = switch (service) {
            case "mailgun" -> new Post(post.headers(), flipped(post.body(), "token-of-"));
            case "haraka", "kumomta" -> {
                Map<String, String> headers = new HashMap<>(post.headers());
                headers.computeIfPresent("Authorization", (name, value) -> text(flipped(bytes(value), "a token")));
                yield new Post(headers, post.body());
            }
            default -> new Post(post.headers(), flipped(post.body(), "ann@example.org"));
        };

        assertThat(enter(service, changed)).isEqualTo(STRANGER);
        assertThat(heard.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ses", "sendgrid", "mailgun", "postal"})
    void whatIsTooOldIsRefused(String service) {
        Duration window = window(service);

        assertThat(enter(service, Services.refusal(service, NOW.minus(window).minusSeconds(1))))
                .isEqualTo(STRANGER);
        assertThat(enter(service, Services.refusal(service, NOW.plus(window).plusSeconds(1))))
                .isEqualTo(STRANGER);
        assertThat(heard.lines()).isEmpty();
        assertThat(enter(service, Services.refusal(service, NOW.minus(window)))).isEqualTo(TAKEN);
    }

    /** These sign anew for each request, so the same again was recorded. */
    @ParameterizedTest
    @ValueSource(strings = {"sendgrid", "mailgun"})
    void aRecordedRequestIsRefused(String service) {
        Post post = Services.refusal(service, NOW);
        enter(service, post);
        List<String> once = heard.lines();
        clock.pass(Duration.ofMinutes(4));

        assertThat(enter(service, post)).isEqualTo(STRANGER);
        assertThat(heard.lines()).isEqualTo(once);
    }

    /** These send the same again when they have not heard our answer. */
    @ParameterizedTest
    @ValueSource(strings = {"ses", "postal"})
    void whatIsSentAgainIsAnsweredAndTellsNothing(String service) {
        Post post = Services.refusal(service, NOW);
        enter(service, post);
        List<String> once = heard.lines();
        clock.pass(Duration.ofMinutes(59));

        assertThat(enter(service, post)).isEqualTo(TAKEN);
        assertThat(heard.lines()).isEqualTo(once);
    }

    /** A token is Mailgun's only proof, whatever stands beside it. */
    @Test
    void anotherEventWithAUsedTokenIsRefused() {
        String time = String.valueOf(NOW.getEpochSecond());
        enter("mailgun", Services.mailgun(Services.payload("mailgun-opened"), time, "t1"));

        assertThat(enter("mailgun", Services.mailgun(Services.payload("mailgun-failed-permanently"), time, "t1")))
                .isEqualTo(STRANGER);
        assertThat(heard.lines()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void whatCouldNotBeKeptMayComeAgain(String service) {
        Post post = Services.refusal(service, NOW);
        heard.failing(true);
        assertThatThrownBy(() -> enter(service, post)).isInstanceOf(StoreException.class);
        heard.failing(false);

        assertThat(enter(service, post)).isEqualTo(TAKEN);
        assertThat(heard.lines()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void anotherContentIsSaidToBeWrong(String service) {
        String content = service.equals("sendgrid") ? "{}" : "7";
        Post post = switch (service) {
            case "ses", "mailgun" -> Post.of(Map.of(), "<html>");
            case "postal" ->
                Post.of(Map.of("X-Postal-Signature-256", Services.sign("SHA256withRSA", Services.RSA, "{}")), "{}");
            default -> Services.post(service, content, NOW);
        };

        assertThat(enter(service, post))
                .isInstanceOfSatisfying(
                        Entry.Unreadable.class,
                        broken -> assertThat(broken.reason()).contains("the body is"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"recipients\":", "[[{\"a\":"})
    void aBodyWithoutBottomIsSaidToBeWrong(String piece) {
        Post post = Services.post("haraka", piece.repeat(1_000_000 / piece.length()), NOW);

        assertThat(enter("haraka", post)).isInstanceOf(Entry.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sES", "ses ", "nobody", "../ses"})
    void anUnknownNameIsUnknown(String name) {
        assertThat(enter(name, Services.refusal("ses", NOW))).isEqualTo(new Entry.Unknown());
    }

    @ParameterizedTest
    @MethodSource("services")
    void oneServiceDoesNotEnterByTheHookOfAnother(String service) {
        for (String other : Services.NAMES) {
            boolean sameSecret = List.of("haraka", "kumomta").containsAll(List.of(service, other));
            if (!other.equals(service) && !sameSecret) {
                assertThat(enter(other, Services.refusal(service, NOW))).isNotEqualTo(TAKEN);
            }
        }
        assertThat(heard.lines()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aBodyWithoutEndIsNotRead(String service) {
        byte[] large = new byte[HookDoor.LARGEST + 1];

        assertThat(door.enter(service, Services.refusal(service, NOW).header(), large))
                .isEqualTo(new Entry.TooLarge());
    }

    @Test
    void aHookThatIsTakenOutOfTheSettingsIsUnknown() {
        settings.set(List.of());

        assertThat(enter("haraka", Services.refusal("haraka", NOW))).isEqualTo(new Entry.Unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a token that nobody guesses",
                "Bearer",
                "Bearer ",
                "Basic a token that nobody guesses",
                "Bearer a token that nobody guesse",
                "Bearer a token that nobody guessess",
                "Bearer A token that nobody guesses",
            })
    void whoDoesNotShowTheTokenIsAStranger(String authorization) {
        Post post = Post.of(Map.of("Authorization", authorization), Services.payload("haraka-bounced"));

        assertThat(enter("haraka", post)).isEqualTo(STRANGER);
    }

    /** Version 2 of Postal signs with SHA-1 alone. */
    @Test
    void theOlderSignatureOfPostalIsEnough() {
        Post post = Services.refusal("postal", NOW);
        Map<String, String> headers = new HashMap<>(post.headers());
        headers.remove("X-Postal-Signature-256");

        assertThat(enter("postal", new Post(headers, post.body()))).isEqualTo(TAKEN);
    }

    @Test
    void theOlderSignatureDoesNotMakeUpForAWrongBetterOne() {
        Post post = Services.refusal("postal", NOW);
        Map<String, String> headers = new HashMap<>(post.headers());
        headers.put("X-Postal-Signature-256", headers.get("X-Postal-Signature"));

        assertThat(enter("postal", new Post(headers, post.body()))).isEqualTo(STRANGER);
    }

    /** HMAC is over texts put together: the border between them must not move. */
    @Test
    void timeAndTokenOfMailgunDoNotLendEachOtherDigits() {
        String time = String.valueOf(NOW.getEpochSecond());
        Post post = Services.mailgun(Services.payload("mailgun-opened"), time, "1token");
        String moved = post.text().replace(time + "\"", time + "1\"").replace("\"1token\"", "\"token\"");

        assertThat(enter("mailgun", Post.of(Map.of(), moved))).isEqualTo(STRANGER);
    }

    @Test
    void anOlderFormOfMailgunIsSaidToBeNotRead() {
        Post post = Services.mailgun("null", String.valueOf(NOW.getEpochSecond()), "t2");

        assertThat(enter("mailgun", post))
                .isEqualTo(new Entry.Unreadable(
                        "`event-data` is missing; older forms of Mailgun's web hooks are not read"));
    }

    private static Duration window(String service) {
        return List.of("ses", "postal").contains(service) ? Duration.ofHours(1) : Duration.ofMinutes(5);
    }

    /** The last letter of the word gets another bit. */
    private static byte[] flipped(byte[] body, String word) {
        byte[] changed = body.clone();
        int at = text(body).indexOf(word) + word.length() - 1;
        assertThat(at).isGreaterThanOrEqualTo(word.length());
        changed[at] ^= 1;
        return changed;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
