package offlist.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import offlist.dns.Answer;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.Type;

/** The names that the addresses of a pool have in reverse DNS: receivers look them up on domain lists. */
final class PtrSource implements PoolSource {
    /** Further addresses are left out, and that is said. */
    static final int MOST_ADDRESSES = 4_096;

    /** Few rounds, as each takes as long as its slowest answer and the other sources wait meanwhile. */
    private static final int AT_ONCE = 512;

    private static final int MOST_NAMES_EACH = 4;
    /** Anybody may write anything into a reverse zone. */
    private static final Pattern HOST_NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]*[a-z0-9])");

    private final PoolName pool;
    private final Lookup lookup;
    private Map<IpAddress, List<DomainName>> known = Map.of();

    PtrSource(PoolName pool, Lookup lookup) {
        this.pool = pool;
        this.lookup = lookup;
    }

    @Override
    public String id() {
        return PoolSource.id(pool, SourceKind.PTR_NAMES, "");
    }

    @Override
    public PoolName pool() {
        return pool;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.PTR_NAMES;
    }

    @Override
    public Yield read() {
        return read(RangeSet.EMPTY);
    }

    /** An address without a usable answer keeps the names it had. */
    @Override
    public Yield read(RangeSet before) {
        List<IpAddress> addresses = new ArrayList<>();
        before.forEach(address -> {
            if (addresses.size() < MOST_ADDRESSES) {
                addresses.add(address);
            }
        });
        Map<IpAddress, List<DomainName>> found = new LinkedHashMap<>();
        List<IpAddress> silent = new ArrayList<>();
        for (int from = 0; from < addresses.size(); from += AT_ONCE) {
            ask(addresses.subList(from, Math.min(from + AT_ONCE, addresses.size())), found, silent);
            if (found.isEmpty()) {
                return new Yield.Failed("no usable answer for the reverse name of any address");
            }
        }
        List<String> notes = notes(before, addresses, silent);
        boolean allKnown = known.keySet().containsAll(silent);
        silent.stream().filter(known::containsKey).forEach(address -> found.put(address, known.get(address)));
        known = new HashMap<>(found);
        return allKnown
                ? new Yield.Members(RangeSet.EMPTY, names(found), notes)
                : new Yield.Incomplete(names(found), notes);
    }

    private void ask(List<IpAddress> some, Map<IpAddress, List<DomainName>> found, List<IpAddress> silent) {
        Map<IpAddress, CompletableFuture<Answer>> asked = new LinkedHashMap<>();
        some.forEach(address -> asked.put(address, lookup.asking(reverse(address), Type.PTR)));
        asked.forEach((address, answer) -> {
            switch (answer.join()) {
                case Answer.Records records -> found.put(address, names(records));
                case Answer.NoData none -> found.put(address, List.of());
                case Answer.NoSuchName none -> found.put(address, List.of());
                case Answer.Failed failed -> silent.add(address);
            }
        });
    }

    private static Name reverse(IpAddress address) {
        return ReverseMap.fromAddress(address.toInetAddress());
    }

    private static List<DomainName> names(Answer.Records records) {
        return records.records().stream()
                .filter(PTRRecord.class::isInstance)
                .map(record -> ((PTRRecord) record).getTarget().toString(true))
                .flatMap(text -> DomainName.tryParse(text).stream())
                .filter(name ->
                        HOST_NAME.matcher(name.text()).matches() && !name.text().endsWith(".arpa"))
                .sorted()
                .distinct()
                .limit(MOST_NAMES_EACH)
                .toList();
    }

    private static List<DomainName> names(Map<IpAddress, List<DomainName>> found) {
        TreeSet<DomainName> names = new TreeSet<>();
        found.values().forEach(names::addAll);
        return List.copyOf(names);
    }

    private static List<String> notes(RangeSet before, List<IpAddress> addresses, List<IpAddress> silent) {
        List<String> notes = new ArrayList<>();
        if (before.size().bitLength() > 31 || before.size().intValue() > addresses.size()) {
            notes.add("only the first " + MOST_ADDRESSES + " addresses are looked up");
        }
        if (!silent.isEmpty()) {
            notes.add("no usable answer for the reverse name of " + silent.size() + " addresses");
        }
        return notes;
    }
}
