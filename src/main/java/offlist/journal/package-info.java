/**
 * What happened, kept and replayed.
 *
 * <p>In: {@link offlist.track.Event}s. Out: the open listings to start from, and the history for pages and API. An event
 * and its outbox entry are committed in one transaction before anybody hears of it.
 */
@NullMarked
package offlist.journal;

import org.jspecify.annotations.NullMarked;
