/**
 * Small real servers for tests, and contracts that several implementations keep.
 *
 * <p>In: what a test wants the other side to do. Out: the real protocol on a free port of the loopback.
 */
@NullMarked
package offlist.testing;

import org.jspecify.annotations.NullMarked;
