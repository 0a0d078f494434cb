package offlist.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.alert.AlertKind;
import offlist.alert.Incidents;
import offlist.alert.Outcome;
import offlist.alert.Sent;
import offlist.alert.Times;
import offlist.catalogue.ListId;
import offlist.pool.SourceState;
import offlist.pool.SourceStatus;
import offlist.store.Database;
import offlist.store.Outbox;
import offlist.store.StoreException;
import offlist.ticket.TicketSent;
import offlist.track.EventJson;
import offlist.track.ListStatus;
import offlist.track.Trouble;
import org.jboss.logging.Logger;

/**
 * Makes incidents of what goes wrong in the daemon itself. It is told how things are, again and again, and records only what is
 * different from what stands recorded, over a restart too. Threads may share it.
 */
final class Troubles {
    private static final Logger LOG = Logger.getLogger(Troubles.class);
    /** Shorter pauses of a receiver are nobody's business. */
    private static final Duration LATE = Duration.ofMinutes(30);
    /** A receiver that has taken messages for so long, and given up none, is well. */
    private static final Duration SETTLED = Duration.ofMinutes(15);
    /** A budget is there again when so much of it is left: at the limit itself it would come and go. */
    private static final double LEFT = 0.05;

    private static final String TICKETS = "tickets/";

    private final Database database;
    private final Incidents incidents;
    private final Runnable wake;
    private final InstantSource clock;
    /** The headline of what is open, empty of what is not, as far as it was looked at. */
    private final Map<String, String> known = new ConcurrentHashMap<>();

    private final Map<String, Instant> failing = new ConcurrentHashMap<>();
    /** Since when a source of bounces cannot be read. */
    private final Map<String, Instant> unread = new ConcurrentHashMap<>();
    /** Since when a receiver has given up nothing and has taken something. */
    private final Map<String, Instant> taking = new ConcurrentHashMap<>();

    /** @param wake tells the consumers that something was recorded */
    Troubles(Database database, Runnable wake, InstantSource clock) {
        this.database = database;
        this.incidents = new Incidents(database);
        this.wake = wake;
        this.clock = clock;
    }

    /** How the sources of the pools are. */
    void sources(Collection<SourceState> states) {
        for (SourceState state : states) {
            boolean ill = state.status() == SourceStatus.FAILED || state.status() == SourceStatus.HELD;
            if (state.status() == SourceStatus.WAITING) {
                continue;
            }
            String id = Plain.text(state.id());
            List<String> lines = new ArrayList<>();
            if (ill) {
                lines.add(Plain.text(state.message()));
                lines.add("Its last good answer is used: " + state.size() + " addresses and domains.");
            }
            tell(
                    Trouble.Kind.POOL_SOURCE,
                    state.id(),
                    !ill,
                    ill
                            ? "Pool source " + id + " cannot be " + (heldBack(state) ? "believed" : "read")
                            : "Pool source " + id + " is read again",
                    lines);
        }
        Set<String> there = states.stream().map(SourceState::id).collect(Collectors.toSet());
        retire(Trouble.Kind.POOL_SOURCE, there, id -> "Pool source " + id + " is not read any more");
    }

    /** How the sources of bounces are; one that cannot be read for a moment is nobody's business. */
    void bounceSources(Collection<Intake> intakes) {
        Set<String> there = new HashSet<>();
        for (Intake intake : intakes) {
            there.add(intake.name());
            Optional<String> trouble = intake.trouble();
            if (!intake.looked()) {
                continue;
            }
            if (trouble.isEmpty()) {
                unread.remove(intake.name());
                bounceSource(intake.name(), true, List.of());
            } else if (lasting(unread, intake.name())) {
                bounceSource(intake.name(), false, List.of(Plain.text(trouble.get()), "It is tried again and again."));
            }
        }
        unread.keySet().retainAll(there);
        retire(Trouble.Kind.BOUNCE_SOURCE, there, name -> "Bounces are not read from " + name + " any more");
    }

    private void bounceSource(String name, boolean over, List<String> lines) {
        String headline = "Bounces " + (over ? "are read again from " : "cannot be read from ") + Plain.text(name);
        tell(Trouble.Kind.BOUNCE_SOURCE, name, over, headline, lines);
    }

    /** Whether it has failed for so long that somebody should know. */
    private boolean lasting(Map<String, Instant> failures, String about) {
        Instant now = clock.instant();
        Instant since = failures.computeIfAbsent(about, name -> now);
        return Duration.between(since, now).compareTo(LATE) >= 0;
    }

    private static boolean heldBack(SourceState state) {
        return state.status() == SourceStatus.HELD;
    }

    /**
     * How the limits of the lists are used.
     *
     * @param asked the lists of the settings; what is known of one may come a moment later
     */
    void budgets(Collection<ListStatus> lists, Set<ListId> asked) {
        Set<String> limited = asked.stream().map(ListId::value).collect(Collectors.toCollection(HashSet::new));
        for (ListStatus list : lists) {
            ListStatus.Daily daily = list.daily();
            if (!daily.limited()) {
                limited.remove(list.list().value());
            }
            if (!asked.contains(list.list())
                    || !daily.limited()
                    || daily.used() < daily.limit() && daily.used() > daily.limit() * (1 - LEFT)) {
                continue;
            }
            boolean gone = daily.used() >= daily.limit();
            tell(
                    Trouble.Kind.BUDGET,
                    list.list().value(),
                    !gone,
                    gone
                            ? "The questions of a day for " + list.list() + " are used up"
                            : "There are questions left for " + list.list() + " again",
                    gone
                            ? List.of(
                                    "The list leaves " + daily.limit() + " in 24 hours.",
                                    "Until older ones are a day old its answers grow older; nothing opens or closes.")
                            : List.of());
        }
        retire(Trouble.Kind.BUDGET, limited, list -> "The questions for " + list + " are not counted any more");
    }

    /** Who is told; what is wrong with others is over, and so it is with one that has taken messages for a while. */
    void receivers(Set<String> names) {
        failing.keySet().retainAll(names);
        taking.keySet().retainAll(names);
        taking.keySet().forEach(this::settle);
        retire(Trouble.Kind.DELIVERY, names, name -> words(name) + " is not told any more");
    }

    /** What became of an attempt to tell a receiver. */
    void sent(Sent sent) {
        switch (sent.outcome()) {
            case Outcome.Delivered delivered -> {
                failing.remove(sent.receiver());
                taking.putIfAbsent(sent.receiver(), clock.instant());
                settle(sent.receiver());
            }
            case Outcome.GivenUp up -> {
                String news = sent.kind() == AlertKind.DIGEST ? "A digest" : "A message";
                deaf(sent.receiver(), news + " was given up: " + up.cause());
            }
            case Outcome.RetryLater later -> late(sent.receiver(), later);
        }
    }

    /** How a ticket system took the last request. */
    void tickets(TicketSent sent) {
        String about = aboutTickets(sent.system());
        switch (sent.result()) {
            case TAKEN -> {
                failing.remove(about);
                taking.putIfAbsent(about, clock.instant());
                settle(about);
            }
            case BARRED -> deaf(about, "It does not let us in, nothing is sent: " + sent.cause());
            case REFUSED -> deaf(about, "It refuses a ticket: " + sent.cause());
            case GIVEN_UP -> deaf(about, "A ticket was given up: " + sent.cause());
            case DELAYED -> late(about, new Outcome.RetryLater(sent.cause(), Optional.empty()));
        }
    }

    /** The name of a ticket system among the receivers, none of which has a slash in its name. */
    static String aboutTickets(String system) {
        return TICKETS + system;
    }

    private static String words(String receiver) {
        return receiver.startsWith(TICKETS)
                ? "Ticket system " + receiver.substring(TICKETS.length())
                : "Receiver " + receiver;
    }

    private void late(String receiver, Outcome.RetryLater later) {
        if (lasting(failing, receiver)) {
            deaf(receiver, "Nothing could be delivered for " + Times.words(LATE) + ": " + later.cause());
        }
    }

    private void deaf(String receiver, String why) {
        taking.remove(receiver);
        String headline = words(receiver) + " does not get what it should";
        tell(Trouble.Kind.DELIVERY, receiver, false, headline, List.of(why));
    }

    /** One that takes some messages and refuses others would be in trouble and out of it with each. */
    private void settle(String receiver) {
        Instant since = taking.get(receiver);
        if (since != null
                && !failing.containsKey(receiver)
                && !since.plus(SETTLED).isAfter(clock.instant())) {
            String what = receiver.startsWith(TICKETS) ? " takes tickets again" : " takes messages again";
            tell(Trouble.Kind.DELIVERY, receiver, true, words(receiver) + what, List.of());
        }
    }

    /** What is wrong with something that is there no more is over; that is known after a restart too. */
    private void retire(Trouble.Kind kind, Set<String> there, UnaryOperator<String> headline) {
        String prefix = kind.label() + "/";
        try {
            Set<String> stored = new HashSet<>(
                    database.query("SELECT id FROM incident WHERE kind = ?", row -> row.text("id"), kind.label()));
            // What is neither there nor recorded is forgotten; what has just ended may stand recorded for a moment.
            known.keySet()
                    .removeIf(id ->
                            known.getOrDefault(id, "").isEmpty() && gone(id, prefix, there) && !stored.contains(id));
            Stream.concat(stored.stream(), known.keySet().stream())
                    .filter(id -> gone(id, prefix, there))
                    .map(id -> id.substring(prefix.length()))
                    .distinct()
                    .toList()
                    .forEach(about -> tell(kind, about, true, headline.apply(Plain.text(about)), List.of()));
        } catch (StoreException e) {
            LOG.debugf("a trouble waits for the store: %s", e.getMessage());
        }
    }

    private static boolean gone(String incident, String prefix, Set<String> there) {
        return incident.startsWith(prefix) && !there.contains(incident.substring(prefix.length()));
    }

    private void tell(Trouble.Kind kind, String about, boolean over, String headline, List<String> lines) {
        Instant now = clock.instant();
        Trouble trouble = new Trouble(
                kind.label() + "-" + about + "-" + now.toEpochMilli(), now, kind, about, over, headline, lines);
        String state = over ? "" : headline;
        try {
            if (!before(trouble).equals(state)) {
                database.transact(tx -> Outbox.append(
                        tx, trouble.id(), trouble.type(), trouble.subject(), now, EventJson.encode(trouble)));
                known.put(trouble.incident(), state);
                wake.run();
            }
        } catch (StoreException e) {
            LOG.debugf("a trouble waits for the store: %s", e.getMessage());
        }
    }

    private String before(Trouble trouble) {
        return known.computeIfAbsent(
                trouble.incident(),
                id -> incidents.of(id).map(incident -> incident.headline()).orElse(""));
    }
}
