package offlist.track;

import java.time.Instant;
import offlist.dns.ResolverId;

/**
 * A resolver became fit or unfit to be asked.
 *
 * @param state the label of a {@link ResolverState}
 */
public record ResolverHealthChanged(
        String id, Instant at, ResolverId resolver, String before, String state, String cause) implements Event {
    @Override
    public String type() {
        return "offlist.resolver.health";
    }

    @Override
    public String subject() {
        return resolver.value();
    }
}
