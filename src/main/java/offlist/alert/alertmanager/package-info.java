/**
 * Alerts for Prometheus' Alertmanager.
 *
 * <p>In: a {@link offlist.alert.Message} that holds all that is open. Out: the alerts of API v2, posted to every
 * Alertmanager of a cluster. Alertmanager forgets what is not sent again, so all is sent again and again while it is open, and
 * what has ended for a while.
 */
@NullMarked
package offlist.alert.alertmanager;

import org.jspecify.annotations.NullMarked;
