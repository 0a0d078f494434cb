package offlist.probe;

import java.time.Duration;
import java.util.List;
import offlist.catalogue.DnsList;
import offlist.catalogue.ListId;
import offlist.catalogue.Zone;
import offlist.dns.ResolverId;

/**
 * A list as this operator asks it.
 *
 * @param zone with the customer's key filled in where the list wants one
 * @param resolvers in the order of preference, at least one
 * @param timeout for one query
 * @param tries queries for one check before it counts as failed, at least 1
 */
public record AskedList(DnsList list, Zone zone, List<ResolverId> resolvers, Duration timeout, int tries) {
    public AskedList {
        resolvers = List.copyOf(resolvers);
        if (resolvers.isEmpty() || tries < 1) {
            throw new IllegalArgumentException(list.id() + " needs a resolver and a try");
        }
    }

    public ListId id() {
        return list.id();
    }
}
