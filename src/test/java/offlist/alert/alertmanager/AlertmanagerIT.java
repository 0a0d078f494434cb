package offlist.alert.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import offlist.alert.Item;
import offlist.alert.Item.Change;
import offlist.alert.Message;
import offlist.alert.Messages;
import offlist.alert.Outcome;
import offlist.alert.ReceiverSettings;
import offlist.testing.Alertmanager;
import offlist.track.CloseReason;
import offlist.track.Listing;
import org.junit.jupiter.api.Test;

/** What a real Alertmanager makes of our alerts, seen with its own {@code amtool}. */
class AlertmanagerIT {
    @Test
    void anAlertFiresAndIsResolved() {
        try (Alertmanager server = Alertmanager.start()) {
            AlertmanagerNotifier notifier = new AlertmanagerNotifier(
                    HttpClient.newHttpClient(),
                    new ReceiverSettings.Alertmanager(
                            "am", List.of(server.url()), Optional.empty(), Duration.ofMinutes(1)),
                    new Told(),
                    InstantSource.system());

            assertThat(notifier.send(told(Change.OPENED, Optional.empty()))).isEqualTo(new Outcome.Delivered());
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(server.alerts("alertname=OfflistListing"))
                            .contains("192.0.2.10", "192.0.2.10 listed on Spamhaus ZEN"));

            assertThat(notifier.send(Messages.hostile())).isEqualTo(new Outcome.Delivered());
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(server.alerts("list=house")).contains("severity=\"major\""));

            assertThat(notifier.send(told(
                            Change.CLOSED, Optional.of(InstantSource.system().instant()))))
                    .isEqualTo(new Outcome.Delivered());
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(server.alerts("list=spamhaus-zen")).doesNotContain("192.0.2.10"));
            assertThat(server.alerts("list=house")).contains("192.0.2.10");
        }
    }

    private static Message told(Change change, Optional<Instant> closed) {
        Instant opened = InstantSource.system().instant().minus(Duration.ofHours(1));
        Message sample = Messages.opened();
        Item.OnList item = (Item.OnList) sample.items().getFirst();
        Listing l = item.listing();
        Listing listing = new Listing(
                l.id(),
                l.target(),
                l.list(),
                l.pools(),
                l.severity(),
                l.scope(),
                l.reason(),
                l.codes(),
                l.text(),
                opened,
                closed,
                closed.map(at -> CloseReason.DELISTED));
        Item told = new Item.OnList(change, listing, List.of(), item.facts());
        return new Message(sample.id(), "am", sample.kind(), false, opened, List.of(told), 0);
    }
}
