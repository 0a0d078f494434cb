package offlist.catalogue;

import java.time.Duration;
import java.util.Optional;
import offlist.yaml.Rate;

/**
 * What an operator allows.
 *
 * @param freeLimitPerDay questions a day that cost nothing; absent when no limit is published
 * @param sharedLimit name of the limit, the same for all lists that it is for together; absent for one of the operator's
 * @param interval our proposal for the time between two questions about one address
 * @param ttl time the answers live in a resolver's cache
 * @param updates how often the list's content changes, in words
 */
public record UsagePolicy(
        Optional<Integer> freeLimitPerDay,
        Optional<String> sharedLimit,
        PublicResolvers publicResolvers,
        Registration registration,
        Cost cost,
        Optional<Duration> interval,
        Optional<Duration> ttl,
        Optional<Rate> maxRate,
        String updates,
        String note) {

    /** A list that is the user's own: no limit, nobody to register with. */
    public static UsagePolicy unlimited() {
        return new UsagePolicy(
                Optional.empty(),
                Optional.empty(),
                PublicResolvers.UNKNOWN,
                Registration.NONE,
                Cost.FREE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "");
    }

    /** Whether the operator wants its askers registered. */
    public boolean registrationRequired() {
        return registration == Registration.REQUIRED;
    }

    /** The same rules with another pace. */
    public UsagePolicy with(Optional<Duration> otherInterval, Optional<Rate> otherRate) {
        return new UsagePolicy(
                freeLimitPerDay,
                sharedLimit,
                publicResolvers,
                registration,
                cost,
                otherInterval.or(() -> interval),
                ttl,
                otherRate.or(() -> maxRate),
                updates,
                note);
    }

    /** The same rules with another limit of a day. */
    public UsagePolicy withLimit(int perDay) {
        return new UsagePolicy(
                Optional.of(perDay),
                sharedLimit,
                publicResolvers,
                registration,
                cost,
                interval,
                ttl,
                maxRate,
                updates,
                note);
    }
}
