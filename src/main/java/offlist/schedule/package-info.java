/**
 * When to ask what, within each list's limits.
 *
 * <p>In: the targets of the pool, one {@link offlist.schedule.Plan} per list, and what must be asked sooner. Out: calls of the
 * {@link offlist.schedule.Asker}, or of a lane's {@link offlist.schedule.Sweep} where nothing is held about a target, evenly paced: a rotor per list walks the ring of targets, an urgent queue is served
 * first inside the same budget, and what matters more is asked sooner out of what the turns leave. The
 * {@link offlist.schedule.Planner} fits the turns to what the lists leave, the budgets count each question against it and
 * keep their count through {@link offlist.schedule.Claims}. No timers and no memory per pair.
 */
@NullMarked
package offlist.schedule;

import org.jspecify.annotations.NullMarked;
