package offlist.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import offlist.alert.Item.Change;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.store.Database;
import offlist.store.Outbox;
import offlist.store.OutboxEntry;
import offlist.track.Event;
import offlist.track.EventJson;
import offlist.yaml.Secret;

/** Events go in at the outbox, messages come out at receivers that do as they are told; the clock is turned by hand. */
final class AlertStory {
    static final Duration WAIT = Duration.ofSeconds(30);
    static final Duration INTERVAL = Duration.ofMinutes(5);
    static final Duration REPEAT = Duration.ofHours(24);
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();

    final List<Message> delivered = new ArrayList<>();
    final List<Message> attempted = new ArrayList<>();
    final List<Sent> counted = new ArrayList<>();
    final Map<String, Outcome> replies = new HashMap<>();
    /** A target that the notifier cannot speak of without falling over. */
    String poison = "";

    AlertSettings settings;
    AlertPump pump;

    private final Database database;
    private final Outbox outbox;
    private final AlertConsumer consumer;

    AlertStory(Database database, String... receivers) {
        this.database = database;
        this.outbox = new Outbox(database);
        this.settings = to(receivers);
        this.consumer = new AlertConsumer(() -> settings, () -> CATALOGUE);
        this.pump = startPump();
    }

    static AlertSettings to(String... receivers) {
        return to(List.of("list"), receivers);
    }

    static AlertSettings to(List<String> groupBy, String... receivers) {
        List<RouteSettings> all = Stream.of(receivers)
                .map(receiver -> node(receiver, groupBy, List.of()))
                .toList();
        return new AlertSettings(
                Stream.of(receivers)
                        .<ReceiverSettings>map(r -> new ReceiverSettings.Slack(r, Secret.of("https://hooks.example/")))
                        .toList(),
                Optional.of(node(receivers[0], groupBy, all)),
                Optional.empty());
    }

    /** To one receiver by a route that has these time intervals. */
    static AlertSettings quiet(Map<String, List<TimeInterval>> intervals, List<String> mute, List<String> active) {
        AlertSettings plain = to("ops");
        RouteSettings child = new RouteSettings(
                Optional.of("ops"),
                Map.of(),
                Optional.of(List.of("list")),
                Optional.of(WAIT),
                Optional.of(INTERVAL),
                Optional.of(REPEAT),
                false,
                List.of(),
                mute,
                active);
        return new AlertSettings(
                plain.receivers(),
                Optional.of(node("ops", List.of("list"), List.of(child))),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                intervals);
    }

    /** To one receiver by two routes: what matches at once, the rest but in these times. */
    static AlertSettings toOneByTwoRoutes(
            Map<String, List<TimeInterval>> intervals, Map<String, Set<String>> atOnce, List<String> mute) {
        AlertSettings plain = to("ops");
        RouteSettings first = new RouteSettings(
                Optional.of("ops"),
                atOnce,
                Optional.of(List.of("list")),
                Optional.of(WAIT),
                Optional.of(INTERVAL),
                Optional.of(REPEAT),
                false,
                List.of());
        RouteSettings second = new RouteSettings(
                Optional.of("ops"),
                Map.of(),
                Optional.of(List.of("list")),
                Optional.of(WAIT),
                Optional.of(INTERVAL),
                Optional.of(REPEAT),
                false,
                List.of(),
                mute,
                List.of());
        return new AlertSettings(
                plain.receivers(),
                Optional.of(node("ops", List.of("list"), List.of(first, second))),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                intervals);
    }

    private static RouteSettings node(String receiver, List<String> groupBy, List<RouteSettings> children) {
        return new RouteSettings(
                Optional.of(receiver),
                Map.of(),
                Optional.of(groupBy),
                Optional.of(WAIT),
                Optional.of(INTERVAL),
                Optional.of(REPEAT),
                true,
                children);
    }

    /** As after a restart: whatever was held in memory is gone. */
    AlertPump startPump() {
        pump = new AlertPump(
                database,
                () -> settings,
                (receiver, all) -> message -> reply(receiver.name(), message),
                () -> CATALOGUE,
                new Random(7),
                counted::add);
        return pump;
    }

    private Outcome reply(String receiver, Message message) {
        attempted.add(message);
        if (!poison.isEmpty() && words(message).contains(poison)) {
            throw new IllegalStateException("a mistake");
        }
        Outcome outcome = replies.getOrDefault(receiver, new Outcome.Delivered());
        if (outcome instanceof Outcome.Delivered) {
            delivered.add(message);
        }
        return outcome;
    }

    /** The events are committed and the consumer takes them. */
    void happens(Event... events) {
        for (Event event : events) {
            database.transact(tx ->
                    Outbox.append(tx, event.id(), event.type(), event.subject(), event.at(), EventJson.encode(event)));
        }
        outbox.after(outbox.position(consumer.name()), 10_000).forEach(this::take);
    }

    void take(OutboxEntry entry) {
        database.transact(tx -> {
            consumer.take(tx, entry);
            Outbox.moveTo(tx, consumer.name(), entry.seq());
        });
    }

    List<OutboxEntry> entries() {
        return outbox.after(0, 10_000);
    }

    /** Lets every lane do all it can at a time. */
    void at(Instant now) {
        while (pump.step(now) > 0) {
            // goes on until no lane has anything to do
        }
    }

    /** Turns the clock from one time to another. */
    void from(Instant start, Instant end, Duration tick) {
        for (Instant now = start; !now.isAfter(end); now = now.plus(tick)) {
            at(now);
        }
    }

    List<String> told(String receiver) {
        return delivered.stream()
                .filter(message -> message.receiver().equals(receiver))
                .map(AlertStory::words)
                .toList();
    }

    private static String words(Message message) {
        List<String> parts = message.items().stream().map(AlertStory::word).toList();
        return String.join(", ", parts) + (message.alsoOpen() == 0 ? "" : " +" + message.alsoOpen());
    }

    private static String word(Item item) {
        Change change = item.change();
        String what = switch (item) {
            case Item.OnList i -> i.listing().target().text();
            case Item.ListState i -> i.list().value();
            case Item.ResolverState i -> i.resolver().value();
            case Item.Notice i -> i.incident();
        };
        return change.name().toLowerCase(java.util.Locale.ROOT) + " " + what;
    }
}
