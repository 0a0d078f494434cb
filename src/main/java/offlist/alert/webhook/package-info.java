/**
 * Messages for any program that listens over HTTP.
 *
 * <p>In: a {@link offlist.alert.Message}. Out: its {@link offlist.alert.document.MessageDocument}, posted and signed as
 * Standard Webhooks 1.0 says, so that the receiver knows who sent it, when, and whether it has it already.
 */
@NullMarked
package offlist.alert.webhook;

import org.jspecify.annotations.NullMarked;
