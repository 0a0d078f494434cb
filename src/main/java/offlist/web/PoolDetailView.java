package offlist.web;

import java.util.List;
import java.util.Map;

/** A pool with its members, as programs see it. */
public record PoolDetailView(
        String name,
        Map<String, String> labels,
        int addresses,
        int listed,
        int listings,
        List<Member> members,
        List<ListingView> open) {
    /** A member and the lists it is on. */
    public record Member(String address, List<String> listedOn) {}
}
