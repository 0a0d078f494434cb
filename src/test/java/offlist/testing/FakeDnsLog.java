package offlist.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import offlist.dns.Question;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/** What {@link FakeDns} was asked. Counts every query; keeps the order of the first 10,000. */
public final class FakeDnsLog {
    private static final int KEPT = 10_000;

    private final Map<Question, AtomicLong> counts = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Question> order = new ConcurrentLinkedQueue<>();
    private final Set<Integer> ports = ConcurrentHashMap.newKeySet();
    private final AtomicLong udp = new AtomicLong();
    private final AtomicLong tcp = new AtomicLong();

    void note(Record asked, int port, boolean overTcp) {
        Question question = new Question(asked.getName(), asked.getType());
        counts.computeIfAbsent(question, key -> new AtomicLong()).incrementAndGet();
        if ((overTcp ? tcp : udp).incrementAndGet() <= KEPT) {
            order.add(question);
        }
        if (!overTcp) {
            ports.add(port);
        }
    }

    /** All queries, UDP and TCP. */
    public long total() {
        return udp.get() + tcp.get();
    }

    public long overTcp() {
        return tcp.get();
    }

    public long times(Name name, int type) {
        AtomicLong count = counts.get(new Question(name, type));
        return count == null ? 0 : count.get();
    }

    /** Queries for an absolute name without or with its final dot. */
    public long times(String name, int type) {
        return times(Name.fromConstantString(name.endsWith(".") ? name : name + "."), type);
    }

    /** The UDP ports the queries came from. */
    public Set<Integer> ports() {
        return Set.copyOf(ports);
    }

    public List<Question> questions() {
        return List.copyOf(order);
    }

    public void clear() {
        counts.clear();
        order.clear();
        ports.clear();
        udp.set(0);
        tcp.set(0);
    }
}
