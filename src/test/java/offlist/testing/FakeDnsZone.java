package offlist.testing;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.Target;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** The records of one zone of {@link FakeDns}; tests change them while the server answers. */
public final class FakeDnsZone {
    static final long TTL = 300;

    private final Name origin;
    private final Map<Name, List<Record>> records = new ConcurrentHashMap<>();
    private final List<String> wildcard = new CopyOnWriteArrayList<>();
    private volatile long negativeTtl = 60;

    FakeDnsZone(Name origin) {
        this.origin = origin;
    }

    Name origin() {
        return origin;
    }

    /** Lists an address or a domain with one code and, unless it is empty, a text. */
    public FakeDnsZone list(String target, String code, String text) {
        return list(target, List.of(code), text);
    }

    /** Lists an address or a domain with one code and no text. */
    public FakeDnsZone list(String target, String code) {
        return list(target, List.of(code), "");
    }

    /** Lists with several codes; takes the place of what was there. */
    public FakeDnsZone list(String target, List<String> codes, String text) {
        Name name = nameOf(target);
        List<Record> all = new CopyOnWriteArrayList<>();
        codes.forEach(code -> all.add(record(name, Type.A, code)));
        if (!text.isEmpty()) {
            all.add(record(name, Type.TXT, quoted(text)));
        }
        records.put(name, all);
        return this;
    }

    public FakeDnsZone unlist(String target) {
        records.remove(nameOf(target));
        return this;
    }

    /** The entries RFC 5782 section 5 asks for: 127.0.0.2 for IPv4 and IPv6, TEST for names. */
    public FakeDnsZone testPoints() {
        records.put(under("2.0.0.127"), List.of(record(under("2.0.0.127"), Type.A, "127.0.0.2")));
        Name v6 = nibbles(IpAddress.v6(0, 0xFFFF_7F00_0002L));
        records.put(v6, List.of(record(v6, Type.A, "127.0.0.2")));
        return list("test", "127.0.0.2");
    }

    /** Answers every name below the zone. */
    public FakeDnsZone wildcard(String... codes) {
        wildcard.clear();
        wildcard.addAll(List.of(codes));
        return this;
    }

    /** Adds a record in zone file notation; {@code @} is the zone itself, a name with a final dot is absolute. */
    public FakeDnsZone add(String name, int type, String value) {
        Name full = name.equals("@") ? origin : name.endsWith(".") ? Name.fromConstantString(name) : under(name);
        records.computeIfAbsent(full, key -> new CopyOnWriteArrayList<>()).add(record(full, type, value));
        return this;
    }

    public FakeDnsZone remove(String name) {
        records.remove(name.equals("@") ? origin : under(name));
        return this;
    }

    /** Lets a name exist without any record. */
    public FakeDnsZone exists(String target) {
        records.put(nameOf(target), List.of());
        return this;
    }

    public FakeDnsZone negativeTtl(long seconds) {
        negativeTtl = seconds;
        return this;
    }

    /** The query name for an address or a domain in this zone. */
    public Name nameOf(String target) {
        Target parsed = Target.parse(target);
        return switch (parsed) {
            case DomainName domain -> under(domain.text());
            case IpAddress address -> address.v6() ? nibbles(address) : octets(address);
        };
    }

    SOARecord soa() {
        return new SOARecord(origin, DClass.IN, negativeTtl, origin, origin, 1, 60, 60, 60, negativeTtl);
    }

    /** Empty when the name does not exist. */
    Optional<List<Record>> recordsOf(Name name) {
        List<Record> exact = records.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        if (!wildcard.isEmpty() && !name.equals(origin)) {
            return Optional.of(
                    wildcard.stream().map(code -> record(name, Type.A, code)).toList());
        }
        boolean emptyNonTerminal = records.keySet().stream().anyMatch(known -> known.subdomain(name));
        return name.equals(origin) || emptyNonTerminal ? Optional.of(List.of()) : Optional.empty();
    }

    private Name octets(IpAddress address) {
        String[] parts = address.text().split("\\.");
        return under(parts[3] + "." + parts[2] + "." + parts[1] + "." + parts[0]);
    }

    private Name nibbles(IpAddress address) {
        StringBuilder text = new StringBuilder();
        byte[] bytes = address.bytes();
        for (int i = bytes.length - 1; i >= 0; i--) {
            text.append(Integer.toHexString(bytes[i] & 15)).append('.');
            text.append(Integer.toHexString(bytes[i] >> 4 & 15)).append(i == 0 ? "" : ".");
        }
        return under(text.toString());
    }

    private Name under(String prefix) {
        try {
            return Name.fromString(prefix, origin);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("no name: " + prefix, e);
        }
    }

    private static Record record(Name name, int type, String value) {
        try {
            return Record.fromString(name, type, DClass.IN, TTL, value, Name.root);
        } catch (IOException e) {
            throw new IllegalArgumentException("no " + Type.string(type) + " record: " + value, e);
        }
    }

    private static String quoted(String text) {
        return text.startsWith("\"") ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
