/**
 * Incidents in PagerDuty.
 *
 * <p>In: a {@link offlist.alert.Message}. Out: an event of the Events API v2 for each of its items, which opens or resolves
 * the incident of the same key, so that a repeat changes nothing.
 */
@NullMarked
package offlist.alert.pagerduty;

import org.jspecify.annotations.NullMarked;
