package offlist.triage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.bounce.Refusals.Impact;
import offlist.pool.IpAddress;

/**
 * What the recipient's domain did with our addresses lately.
 *
 * @param since from when on it counts
 * @param refused what is about addresses, the most refusals first
 */
public record Others(Instant since, List<Impact> refused) {
    /** Copies the list. */
    public Others {
        refused = List.copyOf(refused);
    }

    /** How many of our addresses it refused. */
    public long addresses() {
        return refused.stream()
                .flatMap(each -> each.address().stream())
                .distinct()
                .count();
    }

    /** How many besides this one. */
    public long besides(IpAddress address) {
        return refused.stream()
                .flatMap(each -> each.address().stream())
                .filter(each -> !each.equals(address.text()))
                .distinct()
                .count();
    }

    /** The refusals of this one. */
    public List<Impact> of(Optional<IpAddress> address) {
        return refused.stream()
                .filter(each -> address.isPresent() && each.address().equals(address.map(IpAddress::text)))
                .toList();
    }
}
