/**
 * Answers of real servers, recorded and broken in every way, given to the code that reads answers.
 *
 * <p>In: the packets under {@code dns/recorded} and a seed. Out: counts, or the first packet that made the program throw,
 * work without bound, take what is no answer to its question, or say what is not in the packet.
 */
@NullMarked
package offlist.fuzz;

import org.jspecify.annotations.NullMarked;
