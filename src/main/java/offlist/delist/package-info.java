/**
 * Removal tasks and drafted requests.
 *
 * <p>In: transitions from the outbox and the removal procedures of the catalogue. Out: one
 * {@link offlist.delist.RemovalTask} for each listing, with steps, links and dates, closed with proof when the listing
 * closes.
 */
@NullMarked
package offlist.delist;

import org.jspecify.annotations.NullMarked;
