package offlist.grafana;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Moments that are drawn into the panels. They are found by comparing with the step before, which shows each once.
 *
 * @param expr with a series wherever something happened
 */
record Mark(String name, String color, String expr, String title, String text) {
    private static final String CHANGED = """
            sum by (list, pool) (
              clamp_min(offlist_transitions_total{@, transition='%1$s'%2$s}
                - offlist_transitions_total{@, transition='%1$s'%2$s} offset $__interval, 0)) > 0
            """;

    /** How many came and went, by list and pool. */
    static Mark[] counted(String matchers) {
        return new Mark[] {
            new Mark(
                    "Opened",
                    "red",
                    Query.promql(CHANGED.formatted("opened", matchers)),
                    "Listed",
                    "{{pool}} on {{list}}"),
            new Mark(
                    "Closed",
                    "green",
                    Query.promql(CHANGED.formatted("closed", matchers)),
                    "Off",
                    "{{pool}} off {{list}}")
        };
    }

    /** Which came and went; nothing is said about the time in which nobody scraped. */
    static Mark[] named(String matchers) {
        String listing = "max by (address, list) (offlist_listing{@%s}".formatted(matchers);
        String before = "and on () (count(offlist_build_info{@} and offlist_build_info{@} offset $__interval) > 0)";
        return new Mark[] {
            new Mark(
                    "Opened",
                    "red",
                    Query.promql(listing + ") unless " + listing + " offset $__interval) " + before),
                    "Listed",
                    "{{address}} on {{list}}"),
            new Mark(
                    "Closed",
                    "green",
                    Query.promql(listing + " offset $__interval) unless " + listing + ") " + before),
                    "Off",
                    "{{address}} off {{list}}")
        };
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("datasource", Board.dataSource());
        node.put("enable", true).put("hide", false).put("iconColor", color).put("name", name);
        node.put("expr", expr).put("step", "60s").put("titleFormat", title).put("textFormat", text);
        return node.put("tagKeys", "list,pool").put("useValueForTime", "false");
    }
}
