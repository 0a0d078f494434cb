package offlist.grafana;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One question of a panel to Prometheus.
 *
 * @param expr PromQL with Grafana's variables
 * @param legend how its series are called
 */
record Query(String expr, String legend, Shape shape) {
    /** Stands for the matchers that every selector has: which Prometheus job, which instance of it. */
    private static final String OURS = "{@";

    private static final String MATCHERS = "{job=~\"$job\",instance=~\"$instance\"";

    enum Shape {
        /** Over the time that is shown. */
        RANGE("time_series"),
        /** Now. */
        NOW("time_series"),
        /** Now, labels as columns. */
        ROWS("table"),
        /** Buckets of a histogram over the time that is shown. */
        HEAT("heatmap");

        private final String format;

        Shape(String format) {
            this.format = format;
        }

        boolean now() {
            return this == NOW || this == ROWS;
        }
    }

    /** In an expression {@code @} at the front of matchers stands for job and instance, and quotes are single ones. */
    static String promql(String brief) {
        return brief.strip().replaceAll("\\s+", " ").replace(OURS, MATCHERS).replace('\'', '"');
    }

    static Query range(String legend, String expr) {
        return new Query(promql(expr), legend, Shape.RANGE);
    }

    static Query now(String legend, String expr) {
        return new Query(promql(expr), legend, Shape.NOW);
    }

    static Query rows(String expr) {
        return new Query(promql(expr), "", Shape.ROWS);
    }

    static Query heat(String expr) {
        return new Query(promql(expr), "{{le}}", Shape.HEAT);
    }

    ObjectNode json(String refId) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("datasource", Board.dataSource());
        node.put("editorMode", "code").put("expr", expr).put("format", shape.format);
        node.put("instant", shape.now()).put("range", !shape.now());
        if (!legend.isEmpty()) {
            node.put("legendFormat", legend);
        }
        return node.put("refId", refId);
    }
}
