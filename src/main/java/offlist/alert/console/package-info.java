/**
 * Messages on the terminal.
 *
 * <p>In: a {@link offlist.alert.Message}. Out: a few plain lines; the demo shows them where it was started.
 */
@NullMarked
package offlist.alert.console;

import org.jspecify.annotations.NullMarked;
