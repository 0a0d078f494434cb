/**
 * Messages for Slack.
 *
 * <p>In: a {@link offlist.alert.Message}. Out: Block Kit JSON, posted to an incoming webhook or, as a bot, to a channel,
 * where the message that began a thread is kept up to date. Text from outside stands in plain-text blocks only, or
 * escaped; nobody can be mentioned. Back come pressed buttons, by a signed request or over a connection that we open.
 */
@NullMarked
package offlist.alert.slack;

import org.jspecify.annotations.NullMarked;
