/**
 * Messages for a program on this machine.
 *
 * <p>In: a {@link offlist.alert.Message}. Out: the program, run without a shell and with next to no environment, with the
 * document of {@code docs/webhook.md} on its standard input. Its exit status says what became of the message.
 */
@NullMarked
package offlist.alert.command;

import org.jspecify.annotations.NullMarked;
