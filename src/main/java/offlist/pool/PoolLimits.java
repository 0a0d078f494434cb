package offlist.pool;

import java.math.BigInteger;
import java.util.Optional;

/** How many addresses a pool takes, of one range and in all. */
public record PoolLimits(Optional<Integer> maxAddresses) {
    /** A /20 of IPv4 or a /116 of IPv6: anything wider is asked for by `max-addresses`, not by a slip of the pen. */
    public static final int WIDEST_RANGE = 4096;

    /** More than this is more likely a wrong answer of DNS than a pool, unless the operator says how large it may be. */
    public static final int MOST_UNASKED = 100_000;

    /** Why a range is too wide, or nothing when it may be taken. */
    public Optional<String> refuses(IpRange range) {
        int widest = Math.max(WIDEST_RANGE, maxAddresses.orElse(0));
        if (range.size().compareTo(BigInteger.valueOf(widest)) <= 0) {
            return Optional.empty();
        }
        String limit = maxAddresses
                .map(most -> "`max-addresses` allows " + most)
                .orElseGet(
                        () -> "wider than " + (range.first().v6() ? "/116" : "/20") + ", which needs `max-addresses`");
        return Optional.of("`" + range + "` holds " + range.size() + " addresses, " + limit);
    }

    /** Why these are too many for one pool, or nothing when they may be taken. */
    public Optional<String> refuses(RangeSet all) {
        int most = maxAddresses.orElse(MOST_UNASKED);
        if (all.size().compareTo(BigInteger.valueOf(most)) <= 0) {
            return Optional.empty();
        }
        String limit = maxAddresses.isPresent()
                ? "`max-addresses` allows " + most
                : "more than " + most + " need `max-addresses`";
        return Optional.of("the pool would hold " + all.size() + " addresses, " + limit);
    }
}
