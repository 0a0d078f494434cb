/**
 * What mail servers write into their logs.
 *
 * <p>In: the lines of one log, in their order. Out: {@link offlist.bounce.log.LogLine}s for those that tell of a recipient's server
 * that refused or took a message. A server that could not be reached has refused nothing, and what our own server refused from
 * others is none of our business. Our address is what the server wrote down, never a guess.
 */
@NullMarked
package offlist.bounce.log;

import org.jspecify.annotations.NullMarked;
