package offlist.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import offlist.alert.Item.Change;
import offlist.catalogue.Catalogue;
import offlist.catalogue.DnsList;
import offlist.catalogue.Scope;
import offlist.catalogue.Severity;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.track.ListedCode;
import offlist.track.Listing;

/** What would be told to whom, before anything happens. */
public final class Preview {
    private static final String NOTE = "This is a test. Nothing is listed.";

    private Preview() {}

    /**
     * A receiver that would hear.
     *
     * @param way what the nodes of the tree matched; empty where the root itself is meant
     * @param group the labels that share a message
     * @param quiet it is mute at this time
     */
    public record Hearer(
            String receiver,
            List<String> way,
            List<String> group,
            Duration groupWait,
            Duration interval,
            Duration repeat,
            boolean quiet) {
        public Hearer {
            way = List.copyOf(way);
            group = List.copyOf(group);
        }
    }

    /** Labels as an alert has them; what is empty is not there. */
    public static AlertLabels labels(Map<String, ? extends Collection<String>> values) {
        SortedMap<String, SortedSet<String>> given = new TreeMap<>();
        values.forEach((label, all) -> {
            if (!all.isEmpty()) {
                given.put(label, new TreeSet<>(all));
            }
        });
        return new AlertLabels(given);
    }

    /** Who would hear of it, in the order of the tree. */
    public static List<Hearer> hearers(AlertSettings settings, AlertLabels labels, Instant now) {
        return Route.of(settings).reached(labels).stream()
                .map(reached -> hearer(settings, reached, now))
                .toList();
    }

    private static Hearer hearer(AlertSettings settings, Route.Reached reached, Instant now) {
        Routed routed = reached.routed();
        return new Hearer(
                routed.receiver(),
                reached.way(),
                routed.groupBy(),
                routed.groupWait(),
                routed.groupInterval(),
                routed.repeatInterval(),
                settings.quietAt(routed.muteTimes(), routed.activeTimes(), now));
    }

    /** A message about a listing that nobody can take for a real one; of an address for documentation (RFC 5737). */
    public static Message sample(String receiver, DnsList list, Catalogue catalogue, Links links, Instant now) {
        String id = "test-" + now.toEpochMilli();
        Listing listing = new Listing(
                id,
                Target.parse("192.0.2.1"),
                list.id(),
                new TreeSet<>(List.of(new PoolName("test"))),
                Severity.INFORMATIONAL,
                Scope.ADDRESS,
                "test",
                List.of(new ListedCode("127.0.0.2", "test", NOTE, Optional.empty())),
                NOTE,
                now,
                Optional.empty(),
                Optional.empty());
        Item item = new Item.OnList(Change.OPENED, listing, List.of(), new CatalogueFacts(() -> catalogue).of(listing));
        return new Message(
                receiver + "/" + id,
                receiver + "/" + id,
                receiver,
                AlertKind.LISTING,
                false,
                now,
                List.of(item),
                0,
                links);
    }
}
