/**
 * The demo: a list server on loopback and the story it tells.
 *
 * <p>In: a clock and a seed. Out: real DNS answers over UDP and TCP, a configuration as a user would write it that asks
 * them, and a line for the console whenever the story turns. The daemon beside it is the ordinary one and knows nothing
 * of the story.
 */
@NullMarked
package offlist.demo;

import org.jspecify.annotations.NullMarked;
