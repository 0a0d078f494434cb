package offlist.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import offlist.store.Database;

/** Pressed buttons become acknowledgements and silences; each stands in the audit trail. Threads may share it. */
public final class StoredActions implements Actions {
    /** What says which incident is meant: its severity and reason may change. */
    private static final List<String> MEANT =
            List.of(AlertLabels.KIND, AlertLabels.LIST, AlertLabels.ADDRESS, AlertLabels.ABOUT);

    private final Incidents incidents;
    private final Silences silences;
    private final InstantSource clock;

    public StoredActions(Database database, InstantSource clock) {
        this.incidents = new Incidents(database);
        this.silences = new Silences(database);
        this.clock = clock;
    }

    @Override
    public void acknowledge(String incident, Actor who) {
        acknowledge(incident, who, "");
    }

    private void acknowledge(String incident, Actor who, String comment) {
        boolean already = incidents
                .of(incident)
                .flatMap(Incident::acknowledged)
                .filter(known ->
                        known.by().equals(who.name()) && known.comment().equals(comment))
                .isPresent();
        if (!already) {
            incidents.acknowledge(incident, who.name(), comment, clock.instant());
        }
    }

    @Override
    public void silence(String incident, Duration how, Actor who) {
        Instant now = clock.instant();
        incidents.of(incident).map(Incident::labels).map(StoredActions::match).ifPresent(match -> {
            if (silences.since(now).stream().noneMatch(known -> covers(known, match, now))) {
                silences.add(match, who.name(), "silenced by a button", now, now.plus(how), now);
            }
        });
    }

    /** A second press a moment later changes nothing. */
    private static boolean covers(Silence known, Match match, Instant now) {
        return known.match().equals(match) && known.state(now) == Silence.State.ACTIVE;
    }

    private static Match match(AlertLabels labels) {
        Map<String, SortedSet<String>> values = new LinkedHashMap<>();
        MEANT.stream()
                .filter(label -> !labels.of(label).isEmpty())
                .forEach(label -> values.put(label, labels.of(label)));
        return new Match(values);
    }

    /** Somebody takes care of it, and that is all that reminders are for. */
    @Override
    public void removalRequested(String incident, Actor who) {
        acknowledge(incident, who, "removal requested");
    }
}
