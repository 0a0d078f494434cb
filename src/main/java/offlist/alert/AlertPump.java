package offlist.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import offlist.catalogue.Catalogue;
import offlist.store.Database;

/**
 * Sends what is due, each receiver in a lane of its own. Different lanes may be driven by different threads, one lane by
 * one thread at a time.
 */
public final class AlertPump {
    private static final Duration KEEP = Duration.ofDays(30);
    /** A start with the wrong file must not cost what is owed. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private static final Duration KEEP_AUDIT = Duration.ofDays(400);

    private final Database database;

    private final MessageBook book;
    private final Supplier<AlertSettings> settings;
    private final Notifiers notifiers;
    private final Composer composer;
    private final Backoff backoff;
    private final Consumer<Sent> sent;
    private final Latecomers latecomers;
    /** Since when receivers that are owed something are not in the settings. */
    private final Map<String, Instant> missing = new ConcurrentHashMap<>();

    private volatile List<Object> followed = List.of();
    private final Map<String, AlertLane> lanes = new ConcurrentHashMap<>();

    /**
     * @param catalogue with the user's own lists
     * @param sent hears of every attempt, on the lane's thread
     */
    public AlertPump(
            Database database,
            Supplier<AlertSettings> settings,
            Notifiers notifiers,
            Supplier<Catalogue> catalogue,
            RandomGenerator random,
            Consumer<Sent> sent) {
        this.database = database;
        this.book = new MessageBook(database, settings, catalogue);
        this.settings = settings;
        this.latecomers = new Latecomers(database, new Routing(settings, catalogue));
        this.notifiers = notifiers;
        this.composer =
                new Composer(new CatalogueFacts(catalogue), () -> settings.get().links());
        this.backoff = new Backoff(random);
        this.sent = sent;
    }

    /** The receivers of the settings in force: the lanes to drive. */
    public List<String> receivers() {
        return settings.get().receivers().stream().map(ReceiverSettings::name).toList();
    }

    /** Makes one attempt in every lane; returns how many were made. */
    public int step(Instant now) {
        return receivers().stream().mapToInt(receiver -> step(receiver, now)).sum();
    }

    /** Makes at most one attempt in a lane; returns how many were made. */
    public int step(String receiver, Instant now) {
        AlertSettings inForce = settings.get();
        Optional<ReceiverSettings> known = inForce.receivers().stream()
                .filter(each -> each.name().equals(receiver))
                .findFirst();
        return known.map(each -> lane(receiver).step(notifiers.of(each, inForce), now))
                .orElse(0);
    }

    /** When a lane has something to do next. */
    public Optional<Instant> nextAt(String receiver) {
        return book.nextAt(receiver).map(lane(receiver)::notBefore);
    }

    /** Events a receiver has not taken yet. */
    public long pending(String receiver) {
        return book.pending(receiver);
    }

    /** For how long the oldest message under way has not been taken. */
    public Optional<Duration> oldest(String receiver, Instant now) {
        return book.oldest(receiver).map(at -> Duration.between(at, now));
    }

    /** Again and again: when the routes have changed, and at the start, what is open is told as they want it now. */
    public void follow() {
        AlertSettings inForce = settings.get();
        List<Object> routes = List.of(inForce.route(), inForce.receivers());
        if (!routes.equals(followed)) {
            latecomers.tell();
            followed = routes;
        }
    }

    /** Once in a while: forgets old messages, and what is owed to receivers that have been no more for a day. */
    public void tidy(Instant now) {
        List<String> known = receivers();
        List<String> gone = book.receivers().stream()
                .filter(receiver -> !known.contains(receiver))
                .toList();
        missing.keySet().retainAll(gone);
        gone.forEach(receiver -> missing.putIfAbsent(receiver, now));
        missing.forEach((receiver, since) -> {
            if (!since.plus(PATIENCE).isAfter(now)) {
                book.drop(receiver, now);
            }
        });
        lanes.keySet().retainAll(known);
        book.forget(now, KEEP);
        new Silences(database).forget(now, KEEP);
        new StoredHandles(database).forget(now, KEEP_AUDIT);
        new Audit(database).forget(now, KEEP_AUDIT);
    }

    private AlertLane lane(String receiver) {
        return lanes.computeIfAbsent(receiver, name -> new AlertLane(name, book, composer, backoff, sent));
    }
}
