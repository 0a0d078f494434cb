/**
 * What {@code ./offlist bench} runs: measurements that take longer than a test may. In: the command line. Out: figures.
 */
@NullMarked
package offlist.bench;

import org.jspecify.annotations.NullMarked;
