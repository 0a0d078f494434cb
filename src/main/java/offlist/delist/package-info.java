/**
 * Removal tasks: the work of coming off a list.
 *
 * <p>In: transitions from the outbox, the removal procedures of the catalogue, what was found by looking, and what people do
 * ({@link offlist.delist.TaskAction}). Out: one {@link offlist.delist.RemovalTask} for each target or range on each list, whose
 * {@link offlist.delist.TaskState} says what can be done next, its history, and the events {@code offlist.removal.…}. A task
 * closes with proof when the listing closes, and opens again when the target is listed again.
 *
 * <p>{@code Moves} says what becomes of an action, {@code TaskBook} keeps it; {@link offlist.delist.TaskDesk} is where others come
 * in.
 */
@NullMarked
package offlist.delist;

import org.jspecify.annotations.NullMarked;
