package offlist.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pool with its members, as programs see it.
 *
 * @param members made one by one while they are written: a pool may have a million
 */
public record PoolDetailView(
        String name,
        Map<String, String> labels,
        int addresses,
        int listed,
        int listings,
        List<Source> sources,
        Iterable<Member> members,
        List<ListingView> open) {
    /**
     * Where members come from.
     *
     * @param status {@code ok}, {@code waiting}, {@code empty}, {@code held} or {@code failed}
     * @param message why it is not simply ok
     */
    public record Source(
            String id,
            String kind,
            String status,
            String message,
            List<String> notes,
            int addresses,
            @Nullable Instant lastGoodAt) {}

    /** A member and the lists it is on. */
    public record Member(String address, List<String> listedOn) {}
}
