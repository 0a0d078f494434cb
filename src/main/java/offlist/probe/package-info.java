/**
 * One list, one target, one verdict; and whether the list is fit to be believed.
 *
 * <p>In: a {@link offlist.probe.Check}. Out: an {@link offlist.probe.Observation} with a {@link offlist.probe.Verdict},
 * and for the list's test points a {@link offlist.probe.Health}. "Cannot tell" is neither listed nor not listed.
 */
@NullMarked
package offlist.probe;

import org.jspecify.annotations.NullMarked;
