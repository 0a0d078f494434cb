package offlist.ticket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import offlist.store.Database;
import offlist.store.Outbox;

/** Events of removal tasks go in at the outbox, requests come out; the clock is turned by hand. */
final class TicketStory {
    static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    /** A busy machine is no time-out. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static final Duration SHORT = Duration.ofMillis(250);
    private static final Duration TICK = Duration.ofSeconds(15);
    private static final AtomicInteger EVENTS = new AtomicInteger();

    final List<TicketSent> sent = new ArrayList<>();
    final Database database;
    TicketSettings settings;
    TicketPump pump;
    Instant now = T0;
    Caller caller = new Caller(client(), PATIENCE);

    private final Outbox outbox;
    private final TicketConsumer consumer;

    TicketStory(Database database, TicketSystem... systems) {
        this.database = database;
        this.outbox = new Outbox(database);
        this.settings = new TicketSettings(List.of(systems), Optional.empty());
        this.consumer = new TicketConsumer(() -> settings);
        startPump();
        pump.know(now);
    }

    /** For systems that do not answer. */
    void impatient() {
        caller = new Caller(client(), SHORT);
        startPump();
    }

    static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    }

    /** As after a restart: whatever was held in memory is gone. */
    void startPump() {
        pump = new TicketPump(database, () -> settings, caller, new Random(7), sent::add);
    }

    static ObjectNode task(String id, String state) {
        ObjectNode task = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("listing", "L1")
                .put("address", "192.0.2.10")
                .put("list", "spamhaus-zen")
                .put("severity", "critical")
                .put("reason", "spam-source")
                .put("state", state)
                .put("openedAt", T0.toString())
                .put("updatedAt", T0.toString());
        task.putArray("steps")
                .addObject()
                .put("kind", "ask")
                .put("text", "Ask for removal <b>now</b> & \"here\" @team")
                .put("link", "https://check.example.org/?ip=192.0.2.10");
        task.putArray("warnings").add("Do not pay");
        if (state.equals("closed")) {
            task.put("closedAs", "delisted").put("proof", "transition-9");
        }
        return task;
    }

    void happens(String type, ObjectNode task) {
        String id = "removal-" + EVENTS.incrementAndGet();
        database.transact(tx -> Outbox.append(
                tx,
                id,
                "offlist.removal." + type,
                task.path("address").asText() + "/" + task.path("list").asText(),
                now,
                task.toString()));
        carry();
    }

    void carry() {
        outbox.after(outbox.position(consumer.name()), 10_000)
                .forEach(entry -> database.transact(tx -> {
                    consumer.take(tx, entry);
                    Outbox.moveTo(tx, consumer.name(), entry.seq());
                }));
    }

    /** Lets every lane do all it can now. */
    void work() {
        while (pump.step(now) > 0) {
            // goes on until no lane has anything to do
        }
    }

    /** Turns the clock until nothing is owed to a system any more, for so long at most. */
    void until(String system, Duration most) {
        Instant end = now.plus(most);
        work();
        while (pump.pending(system) > 0 && now.isBefore(end)) {
            now = now.plus(TICK);
            work();
        }
    }

    List<TicketSent.Result> results() {
        return sent.stream().map(TicketSent::result).distinct().toList();
    }
}
