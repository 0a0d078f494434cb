/**
 * Who is told: routed, grouped, repeated until delivered.
 *
 * <p>In: events from the outbox. Out: deliveries, kept in the store until the receiver has taken or finally refused them;
 * one notifier per kind of receiver. A dead receiver delays no other.
 */
@NullMarked
package offlist.alert;

import org.jspecify.annotations.NullMarked;
