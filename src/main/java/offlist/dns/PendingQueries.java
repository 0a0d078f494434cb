package offlist.dns;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The queries that left through one socket, by id, and which of them a packet answers. Not shared between threads. */
final class PendingQueries {
    private final Map<Integer, PendingQuery> byId = new HashMap<>();

    int size() {
        return byId.size();
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    boolean uses(int id) {
        return byId.containsKey(id);
    }

    void put(int id, PendingQuery query) {
        byId.put(id, query);
    }

    void forget(PendingQuery query) {
        byId.remove(query.id(), query);
    }

    /** RFC 5452 section 9.1: the query with this id, when it was sent there and its question is repeated. */
    @Nullable
    PendingQuery answeredBy(InetSocketAddress from, ByteBuffer packet) {
        PendingQuery query = packet.limit() < 2 ? null : byId.get(PendingQuery.id(packet));
        return query != null && query.remote.equals(from) && query.isAnsweredBy(packet) ? query : null;
    }

    /** Takes all out. */
    List<PendingQuery> drain() {
        List<PendingQuery> left = List.copyOf(byId.values());
        byId.clear();
        return left;
    }
}
