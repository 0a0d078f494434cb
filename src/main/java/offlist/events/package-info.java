/**
 * What programs hear: events as CloudEvents on the message channel {@code events-out}.
 *
 * <p>In: the outbox. Out: {@link offlist.events.CloudEvent}s, in order, at least once, with ids that show a repeat. The channel
 * is in memory unless the configuration gives it another connector.
 */
@NullMarked
package offlist.events;

import org.jspecify.annotations.NullMarked;
