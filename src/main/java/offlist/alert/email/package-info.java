/**
 * Messages by mail.
 *
 * <p>In: a {@link offlist.alert.Message}. Out: one mail, plain and HTML, threaded by listing, handed to the relay. Text
 * from outside is escaped by the templates and never reaches a header unclean.
 */
@NullMarked
package offlist.alert.email;

import org.jspecify.annotations.NullMarked;
