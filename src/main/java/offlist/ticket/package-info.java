/**
 * Removal tasks as tickets of other systems.
 *
 * <p>In: the events of removal tasks, and what a system's webhook says. Out: one ticket for each task in each system, kept
 * as the task stands; the news that somebody closed or reopened a ticket, which never closes a task. What a system is asked
 * stands in a preset, a file under {@code tickets/} or a section of the operator's own.
 */
@NullMarked
package offlist.ticket;

import org.jspecify.annotations.NullMarked;
