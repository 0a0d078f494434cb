package offlist.track;

import java.time.Instant;

/** What happened and is worth keeping: recorded first, told afterwards. */
public sealed interface Event
        permits Transition, ListHealthChanged, ResolverHealthChanged, PoolMembershipChanged, Trouble {
    /** Stable, so that a repeat can be seen as one. */
    String id();

    Instant at();

    /** As in CloudEvents: {@code offlist.listing.opened}. */
    String type();

    /** {@code address/list} where there is one, else what it is about. */
    String subject();
}
