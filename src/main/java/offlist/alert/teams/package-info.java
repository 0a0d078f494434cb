/**
 * Messages for Microsoft Teams.
 *
 * <p>In: a {@link offlist.alert.Message}. Out: an Adaptive Card, posted to a webhook of Teams' Workflows. Text from outside
 * stands in text runs, which know no markup; the card has no mentions.
 */
@NullMarked
package offlist.alert.teams;

import org.jspecify.annotations.NullMarked;
