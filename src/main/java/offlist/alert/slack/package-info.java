/**
 * Messages for Slack.
 *
 * <p>In: a {@link offlist.alert.Message}. Out: Block Kit JSON, posted to an incoming webhook. Text from outside stands in
 * plain-text blocks only, or escaped; nobody can be mentioned.
 */
@NullMarked
package offlist.alert.slack;

import org.jspecify.annotations.NullMarked;
