/**
 * Messages as a JSON document for programs.
 *
 * <p>In: a {@link offlist.alert.Message}. Out: the document that the webhook posts and a command reads, described in
 * {@code docs/webhook.md}. Text from outside is one plain line of limited length; what does not fit is counted.
 */
@NullMarked
package offlist.alert.document;

import org.jspecify.annotations.NullMarked;
