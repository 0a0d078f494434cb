/**
 * What Prometheus sees; the only Micrometer and Prometheus code.
 *
 * <p>In: observations, transitions and deliveries as they happen, and at each scrape the
 * {@link offlist.track.StatusBoard} and the {@link offlist.metrics.Readings} of other stages. Out: {@code /metrics} on the
 * management port. Whatever is known per address and list is read when asked for and never copied, so a series ends with
 * the listing it is about.
 */
@NullMarked
package offlist.metrics;

import org.jspecify.annotations.NullMarked;
