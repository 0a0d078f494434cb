/**
 * From observations to transitions.
 *
 * <p>In: {@link offlist.probe.Observation}s and pool changes. Out: {@link offlist.track.Transition}s, each the difference
 * between the journal and a confirmed answer. One thread writes; nothing here waits, sleeps or asks.
 */
@NullMarked
package offlist.track;

import org.jspecify.annotations.NullMarked;
