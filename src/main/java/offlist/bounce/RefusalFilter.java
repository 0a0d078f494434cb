package offlist.bounce;

import java.time.Instant;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.pool.IpAddress;

/**
 * Which refusals.
 *
 * @param receiver whoever blocks by a judgement of its own
 * @param refusalClass the label of a class
 * @param relevant true for those about our address, network or reputation
 */
public record RefusalFilter(
        Optional<IpAddress> address,
        Optional<String> domain,
        Optional<ListId> list,
        Optional<ListId> receiver,
        Optional<String> refusalClass,
        Optional<Boolean> relevant,
        Optional<Instant> since) {

    /** All of them. */
    public static final RefusalFilter ALL = new RefusalFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** All of one address. */
    public static RefusalFilter of(IpAddress address) {
        return new RefusalFilter(
                Optional.of(address),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
