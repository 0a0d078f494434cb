package offlist.ticket;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import offlist.alert.Backoff;
import offlist.store.Database;

/** Makes the tickets of every system what they are to be, one request of a system at a time. Driven by one thread. */
public final class TicketPump {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration KEEP = Duration.ofDays(400);

    private final TicketBook book;
    private final Supplier<TicketSettings> settings;
    private final Caller caller;
    private final Backoff backoff;
    private final Consumer<TicketSent> sent;
    private final Map<String, TicketLane> lanes = new HashMap<>();
    private List<TicketSystem> known = List.of();

    /**
     * @param client with a connect time-out, following no redirects
     * @param sent hears of every request that changed or should have changed something
     */
    public TicketPump(
            Database database,
            Supplier<TicketSettings> settings,
            HttpClient client,
            RandomGenerator random,
            Consumer<TicketSent> sent) {
        this(database, settings, new Caller(client, PATIENCE), random, sent);
    }

    TicketPump(
            Database database,
            Supplier<TicketSettings> settings,
            Caller caller,
            RandomGenerator random,
            Consumer<TicketSent> sent) {
        this.book = new TicketBook(database);
        this.settings = settings;
        this.caller = caller;
        this.backoff = new Backoff(random);
        this.sent = sent;
    }

    /** Notes which systems there are; tasks that are opened from now on get tickets. To be called before they open. */
    public synchronized void know(Instant now) {
        List<TicketSystem> systems = settings.get().systems();
        if (!systems.equals(known)) {
            book.know(systems, now);
            known = systems;
        }
    }

    /** Makes at most one attempt in each system; returns how many were made. */
    public int step(Instant now) {
        know(now);
        TicketSettings inForce = settings.get();
        return inForce.systems().stream()
                .mapToInt(system -> lane(system, inForce).step(now))
                .sum();
    }

    /** With other settings a system is worth another attempt at once. */
    private TicketLane lane(TicketSystem system, TicketSettings inForce) {
        TicketLane lane = lanes.get(system.name());
        if (lane == null || !lane.serves(system, inForce.pages())) {
            lane = new TicketLane(system, inForce.pages(), book, caller, backoff, sent);
            lanes.put(system.name(), lane);
        }
        return lane;
    }

    /** How many tickets of a system do not show yet what they should. */
    public long pending(String system) {
        return book.pending(system);
    }

    /** Once in a while: forgets tickets of tasks that were closed long ago. */
    public void tidy(Instant now) {
        book.forget(now.minus(KEEP));
    }
}
