/**
 * Who was refused: bounces, delay notices, log lines and reports of sending services, read into refusals.
 *
 * <p>In: what a message, a log or a web hook says. Out: an {@link offlist.bounce.Attempt} for each recipient that a server did
 * not take. What the server's words mean is {@code reply}'s.
 */
@NullMarked
package offlist.bounce;

import org.jspecify.annotations.NullMarked;
