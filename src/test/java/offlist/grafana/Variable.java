package offlist.grafana;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the viewer chooses at the top of a dashboard. */
sealed interface Variable {
    String name();

    ObjectNode json();

    /** Values of a label. */
    record Label(String name, String label, String selector, boolean several) implements Variable {
        @Override
        public ObjectNode json() {
            ObjectNode node = base(name, label, "query");
            node.set("datasource", Board.dataSource());
            String definition = "label_values(" + Query.promql(selector) + ", " + name + ")";
            node.put("definition", definition);
            node.putObject("query")
                    .put("qryType", 1)
                    .put("query", definition)
                    .put("refId", "PrometheusVariableQueryEditor-VariableQuery");
            // 2: whenever the time that is shown changes, so that what has ended meanwhile can be chosen.
            node.put("refresh", 2).put("sort", 1).put("regex", "").put("allowCustomValue", true);
            node.put("multi", several).put("includeAll", several);
            if (several) {
                node.put("allValue", ".+");
                all(node.putObject("current"));
            } else {
                node.putObject("current");
            }
            node.putArray("options");
            return node;
        }

        private static void all(ObjectNode current) {
            current.put("selected", true);
            current.putArray("text").add("All");
            current.putArray("value").add("$__all");
        }
    }

    /** Which Prometheus is asked. */
    record DataSource() implements Variable {
        @Override
        public String name() {
            return "datasource";
        }

        @Override
        public ObjectNode json() {
            ObjectNode node = base(name(), "Data source", "datasource");
            node.put("query", "prometheus").put("regex", "").put("refresh", 1);
            node.put("multi", false).put("includeAll", false);
            node.putObject("current");
            node.putArray("options");
            return node;
        }
    }

    /** Where the pages of Offlist are. */
    record Pages() implements Variable {
        static final String USUAL = "http://127.0.0.1:8080";

        @Override
        public String name() {
            return "offlist_url";
        }

        @Override
        public ObjectNode json() {
            ObjectNode node = base(name(), "Offlist's pages", "textbox");
            node.put("query", USUAL);
            node.putObject("current").put("selected", true).put("text", USUAL).put("value", USUAL);
            node.putArray("options")
                    .addObject()
                    .put("selected", true)
                    .put("text", USUAL)
                    .put("value", USUAL);
            return node;
        }
    }

    private static ObjectNode base(String name, String label, String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("label", label)
                .put("type", type)
                .put("hide", 0)
                .put("skipUrlSync", false);
    }

    static Variable pool() {
        return new Label("pool", "Pool", "offlist_pool_addresses{@}", true);
    }

    static Variable list() {
        return new Label("list", "List", "offlist_list_health{@}", true);
    }

    static Variable severity() {
        return new Label("severity", "Severity", "offlist_listings{@}", true);
    }

    static Variable address() {
        return new Label("address", "Address", "offlist_listing{@}", false);
    }
}
