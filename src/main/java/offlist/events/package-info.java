/**
 * What programs hear: events as CloudEvents on the message channels {@code events-out} and, of removal tasks
 * alone, {@code removal-tasks}.
 *
 * <p>In: the outbox. Out: {@link offlist.events.CloudEvent}s, in order, at least once, with ids that show a repeat. The channels
 * are in memory unless the configuration gives them another connector.
 */
@NullMarked
package offlist.events;

import org.jspecify.annotations.NullMarked;
