/**
 * The sending addresses, as they come and go.
 *
 * <p>In: pool settings and what their sources yield (inline ranges, a watched file, SPF records, host names). Out: the
 * {@link offlist.pool.Pool} of now and the {@link offlist.pool.PoolChange}s that led to it. A source that fails or
 * suddenly shrinks keeps its last good answer.
 */
@NullMarked
package offlist.pool;

import org.jspecify.annotations.NullMarked;
