package offlist.alert.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import offlist.alert.Gallery;
import offlist.alert.Golden;
import offlist.alert.HttpNotifierContract;
import offlist.alert.Item;
import offlist.alert.Message;
import offlist.alert.Messages;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.alert.Reading;
import offlist.alert.ReceiverSettings;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertmanagerNotifierTest extends HttpNotifierContract {
    private static final Instant NOW = Instant.parse("2026-11-22T13:13:00Z");
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

    @Override
    protected Reading reading() {
        return new AlertmanagerReading();
    }

    @Override
    protected Notifier at(String base) {
        return at(List.of(base));
    }

    private Notifier at(List<String> urls) {
        return new AlertmanagerNotifier(
                client(),
                new ReceiverSettings.Alertmanager(
                        "am", urls, Optional.of(Secret.of("Bearer " + SECRET)), Duration.ofMinutes(1)),
                new Told(),
                now::get,
                PATIENCE);
    }

    private JsonNode sent() {
        return tree(requests.getLast().body());
    }

    private static JsonNode tree(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Map.Entry<String, Message>> messages() {
        return Map.of(
                "opened", Messages.opened(),
                "changed", Messages.changed(),
                "delisted", Messages.delisted(),
                "left", Messages.left(),
                "still", Messages.still(),
                "list-health", Messages.mad(),
                "trouble", Messages.trouble(),
                "hostile", Messages.hostile(),
                "goes-on", Messages.goesOn())
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageLooksAsItDid(Map.Entry<String, Message> each) {
        accepted().send(each.getValue());

        Golden.check("alertmanager-" + each.getKey() + ".json", sent().toPrettyString() + "\n");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyValueIsShortAndPlain(Map.Entry<String, Message> each) {
        accepted().send(each.getValue());

        sent().forEach(alert -> {
            alert.path("labels").forEach(value -> assertThat(value.asText()).hasSizeBetween(1, 200));
            alert.path("annotations")
                    .forEach(value -> assertThat(value.asText()).hasSizeBetween(1, 2000));
        });
        assertThat(requests.getLast().body()).doesNotContain("\\r", "\\n", "\u202E");
    }

    @Test
    void whatIsOpenOutlivesFourThatWereNotSent() {
        accepted().send(Messages.opened());

        assertThat(sent().path(0).path("endsAt").asText()).isEqualTo("2026-11-22T13:17:00Z");
    }

    @Test
    void theEndHasTheLabelsOfTheBeginning() {
        Notifier notifier = accepted();
        notifier.send(Messages.opened());
        JsonNode opened = sent().path(0).path("labels");
        notifier.send(Messages.delisted());

        assertThat(sent()).hasSize(1);
        assertThat(sent().path(0).path("labels")).isEqualTo(opened);
        assertThat(sent().path(0).path("endsAt").asText()).isEqualTo("2026-11-22T13:12:00Z");
    }

    @Test
    void whatEndedIsSentAgainForAWhile() {
        Notifier notifier = accepted();
        notifier.send(Messages.delisted());
        now.set(NOW.plus(Duration.ofMinutes(14)));
        notifier.send(Messages.changed());
        assertThat(sent()).hasSize(2);

        now.set(NOW.plus(Duration.ofMinutes(15)));
        notifier.send(Messages.changed());

        assertThat(sent()).hasSize(1);
    }

    @Test
    void whatOpensAgainIsNotOver() {
        Notifier notifier = accepted();
        notifier.send(Messages.delisted());
        notifier.send(Messages.opened());

        assertThat(sent()).hasSize(1);
        assertThat(sent().path(0).path("endsAt").asText()).isEqualTo("2026-11-22T13:17:00Z");
    }

    @Test
    void thousandsAreSentInParts() {
        assertThat(accepted().send(Gallery.listed(1203))).isEqualTo(new Outcome.Delivered());

        assertThat(parts()).extracting(List::size).containsExactly(500, 500, 203);
        assertThat(parts().stream().flatMap(List::stream))
                .containsExactlyElementsOf(Gallery.listed(1203).items().stream()
                        .map(item -> ((Item.OnList) item).listing().target().text())
                        .toList());
    }

    @Test
    void asManyAsGoIntoOnePartAreOne() {
        accepted().send(Gallery.listed(500));

        assertThat(parts()).extracting(List::size).containsExactly(500);
    }

    @Test
    void allPartsAreSentAgainWhenOneWasNotTaken() {
        Notifier notifier = accepted();
        reply = "stop";
        Outcome outcome = notifier.send(Gallery.listed(1203));
        int first = requests.size();
        reply = "ok";
        status = 200;

        assertThat(outcome).isInstanceOf(Outcome.RetryLater.class);
        assertThat(first).isEqualTo(2);
        assertThat(notifier.send(Gallery.listed(1203))).isEqualTo(new Outcome.Delivered());
        assertThat(parts().subList(first, parts().size()))
                .extracting(List::size)
                .containsExactly(500, 500, 203);
    }

    /** The second part is not taken where it says stop. */
    @Override
    protected String reply(Request request) {
        status = reply.equals("stop") ? requests.size() == 2 ? 503 : 200 : status;
        return super.reply(request);
    }

    /** The addresses of the alerts in each request. */
    private List<List<String>> parts() {
        return requests.stream()
                .map(request -> tree(request.body()).findValuesAsText("address"))
                .toList();
    }

    @Test
    void oneOfAClusterIsEnough() {
        status = 200;

        assertThat(at(List.of("http://127.0.0.1:1", base())).send(Messages.opened()))
                .isEqualTo(new Outcome.Delivered());
        assertThat(requests.getFirst().path()).isEqualTo("/api/v2/alerts");
        assertThat(requests.getFirst().headers()).containsEntry("authorization", "Bearer " + SECRET);
    }

    @Test
    void withoutAnyOfAClusterItIsTriedAgain() {
        status = 400;

        assertThat(at(List.of(base(), "http://127.0.0.1:1")).send(Messages.opened()))
                .isInstanceOf(Outcome.RetryLater.class);
    }
}
