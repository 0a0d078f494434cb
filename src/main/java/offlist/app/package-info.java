/**
 * Start, stop, wiring, health.
 *
 * <p>In: the command line and the settings. Out: a running {@link offlist.app.Daemon} whose {@link offlist.app.Monitor} ties
 * schedule, probe, track and journal together on one thread, and pumps that carry what the journal holds to its hearers.
 */
@NullMarked
package offlist.app;

import org.jspecify.annotations.NullMarked;
