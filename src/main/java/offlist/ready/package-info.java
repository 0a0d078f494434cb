/**
 * Whether a list would let an address go if it were asked now: what lists look at before they hear anybody.
 *
 * <p>In comes an address of the pool and what its operator sends with, out come findings with their evidence and a remedy. Nothing
 * is asked but DNS, unless the operator wants the addresses of his own pool to be looked at over SMTP too.
 */
@NullMarked
package offlist.ready;

import org.jspecify.annotations.NullMarked;
