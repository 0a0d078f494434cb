package offlist.pool;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last good answer of a source. */
public record StoredYield(Instant at, RangeSet addresses, List<DomainName> domains) {
    /** Behind it in the text stand the names. */
    private static final String NAMES = "|";

    /** Copies the names. */
    public StoredYield {
        domains = List.copyOf(domains);
    }

    /** Without names. */
    public StoredYield(Instant at, RangeSet addresses) {
        this(at, addresses, List.of());
    }

    /** The answer in one line. */
    public String text() {
        return domains.isEmpty()
                ? addresses.text()
                : addresses.text()
                        + NAMES
                        + domains.stream().map(DomainName::text).collect(Collectors.joining(","));
    }

    /** Reads what {@link #text()} wrote. */
    public static StoredYield parse(Instant at, String text) {
        int bar = text.indexOf(NAMES);
        return bar < 0
                ? new StoredYield(at, RangeSet.parse(text))
                : new StoredYield(
                        at,
                        RangeSet.parse(text.substring(0, bar)),
                        Stream.of(text.substring(bar + 1).split(",", -1))
                                .map(DomainName::new)
                                .toList());
    }
}
