/**
 * Where bounces come in by themselves: log files that are followed, mailboxes that are watched.
 *
 * <p>Each source does a piece of work when it is asked to, and remembers how far it came only after that is kept: after a crash
 * something may be read again, and is known as a repeat; nothing is passed over.
 */
@NullMarked
package offlist.bounce.intake;

import org.jspecify.annotations.NullMarked;
