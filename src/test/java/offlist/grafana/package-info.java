/**
 * The dashboards for Grafana and the rules for Prometheus.
 *
 * <p>In: what each panel asks, written as in {@code docs/metrics.md}, and the rules in {@code deploy/prometheus}. Out: the
 * files in {@code grafana/}, and the proof that they, the rules and the runbooks are good.
 */
@NullMarked
package offlist.grafana;

import org.jspecify.annotations.NullMarked;
