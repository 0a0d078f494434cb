/**
 * Messages by mail.
 *
 * <p>In: a {@link offlist.alert.Message}. Out: one mail, plain and HTML, threaded by listing, handed to the relay. Text
 * from outside is escaped by the templates and never reaches a header unclean. What one person writes to another is a
 * {@link offlist.alert.email.PlainMail}; {@link offlist.alert.email.Post} hands it to the same relay once and says what is
 * certain about it.
 */
@NullMarked
package offlist.alert.email;

import org.jspecify.annotations.NullMarked;
