/**
 * Start, stop, wiring and health: the only package that knows all others.
 *
 * <p>In: the command line and the process' settings. Out: a running daemon, or the answer of a one-shot command with its
 * exit code. Clocks, threads and the framework live here; a stage is given what it needs.
 */
@NullMarked
package offlist.app;

import org.jspecify.annotations.NullMarked;
