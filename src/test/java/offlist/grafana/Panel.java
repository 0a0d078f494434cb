package offlist.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One panel, put together step by step. Colours, mappings and links are Grafana's own words. */
final class Panel {
    /** Columns of a dashboard. */
    static final int WIDE = 24;

    private static final Map<String, String> SEVERITIES =
            Map.of("critical", "dark-red", "major", "orange", "minor", "yellow", "informational", "blue");

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();
    private final ObjectNode defaults = JsonNodeFactory.instance.objectNode();
    private final ObjectNode custom = JsonNodeFactory.instance.objectNode();
    private final ObjectNode options = JsonNodeFactory.instance.objectNode();
    private final ArrayNode overrides = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode transformations = JsonNodeFactory.instance.arrayNode();
    private final List<Query> queries = new ArrayList<>();
    private final int width;
    private final int height;

    private Panel(String type, String title, String description, int width, int height) {
        node.put("type", type).put("title", title).put("description", description);
        this.width = width;
        this.height = height;
    }

    static Panel stat(String title, String description, String unit, int width) {
        Panel panel = new Panel("stat", title, description, width, 4).unit(unit);
        panel.options.put("colorMode", "background").put("graphMode", "none").put("justifyMode", "auto");
        panel.options.put("orientation", "auto").put("textMode", "auto").put("wideLayout", true);
        panel.last();
        return panel.color("thresholds").steps("green");
    }

    static Panel bars(String title, String description, String unit, int width, int height) {
        Panel panel = new Panel("bargauge", title, description, width, height).unit(unit);
        panel.options
                .put("displayMode", "basic")
                .put("orientation", "horizontal")
                .put("showUnfilled", true);
        panel.options.put("valueMode", "color").put("namePlacement", "auto").put("sizing", "auto");
        panel.options.put("minVizWidth", 8).put("minVizHeight", 16).put("maxVizHeight", 300);
        panel.last();
        return panel.min(0).color("thresholds").steps("blue");
    }

    static Panel lines(String title, String description, String unit, int width, int height) {
        Panel panel = new Panel("timeseries", title, description, width, height).unit(unit);
        panel.custom
                .put("drawStyle", "line")
                .put("lineInterpolation", "stepAfter")
                .put("lineWidth", 1);
        panel.custom.put("fillOpacity", 10).put("showPoints", "never").put("spanNulls", false);
        panel.legend("list");
        panel.options.putObject("tooltip").put("mode", "multi").put("sort", "desc");
        return panel.min(0).color("palette-classic");
    }

    /** Columns that stand on each other. */
    static Panel columns(String title, String description, String unit, int width, int height) {
        Panel panel = lines(title, description + " A column is at least five minutes.", unit, width, height)
                .stacked();
        // Each increase is looked for over a scrape more than a column is wide, so narrow ones would show it several
        // times.
        panel.node.put("interval", "5m");
        panel.custom.put("drawStyle", "bars").put("fillOpacity", 80).put("lineWidth", 0);
        return panel;
    }

    static Panel states(String title, String description, int width, int height) {
        Panel panel = new Panel("state-timeline", title, description, width, height).unit("short");
        panel.options
                .put("mergeValues", true)
                .put("showValue", "never")
                .put("alignValue", "left")
                .put("rowHeight", 0.85);
        panel.legend("list");
        panel.options.putObject("tooltip").put("mode", "single").put("sort", "none");
        panel.custom.put("fillOpacity", 85).put("lineWidth", 0);
        return panel.color("thresholds").steps("transparent");
    }

    static Panel heat(String title, String description, String unit, int width, int height) {
        Panel panel = new Panel("heatmap", title, description, width, height).unit(unit);
        panel.options.put("calculate", false);
        panel.options.putObject("yAxis").put("unit", unit).put("axisPlacement", "left");
        panel.options
                .putObject("color")
                .put("mode", "scheme")
                .put("scheme", "Blues")
                .put("steps", 64)
                .put("reverse", false);
        panel.options.putObject("legend").put("show", true);
        panel.options.putObject("tooltip").put("mode", "single").put("yHistogram", false);
        return panel;
    }

    static Panel table(String title, String description, int width, int height) {
        Panel panel = new Panel("table", title, description, width, height).unit("none");
        panel.options.put("showHeader", true).put("cellHeight", "sm");
        panel.custom.put("align", "auto").put("filterable", true);
        panel.custom.putObject("cellOptions").put("type", "auto");
        return panel.color("thresholds").steps("transparent");
    }

    Panel of(Query... asked) {
        queries.addAll(List.of(asked));
        return this;
    }

    private Panel unit(String unit) {
        defaults.put("unit", unit);
        return this;
    }

    Panel min(double value) {
        defaults.put("min", value);
        return this;
    }

    Panel max(double value) {
        defaults.put("max", value);
        return this;
    }

    Panel decimals(int digits) {
        defaults.put("decimals", digits);
        return this;
    }

    /** What is shown when there is no series: what is not known has none. */
    Panel otherwise(String text) {
        defaults.put("noValue", text);
        return this;
    }

    Panel stacked() {
        custom.putObject("stacking").put("mode", "normal").put("group", "A");
        custom.put("fillOpacity", 60);
        return this;
    }

    /** A line at the value above which it is too much. */
    Panel marked() {
        custom.putObject("thresholdsStyle").put("mode", "line");
        return this;
    }

    /** For values of which some are a thousand times others. */
    Panel logarithmic() {
        custom.putObject("scaleDistribution").put("type", "log").put("log", 10);
        custom.put("fillOpacity", 0);
        defaults.remove("min");
        return this;
    }

    /** Lines that say more than the areas below them. */
    Panel bare() {
        custom.put("fillOpacity", 0);
        return this;
    }

    /** Legend as a table with last and largest value. */
    Panel figures() {
        legend("table");
        ((ArrayNode) options.path("legend").path("calcs")).add("lastNotNull").add("max");
        return this;
    }

    Panel trend() {
        options.put("graphMode", "area");
        return this;
    }

    /** One tile or bar for each series, with its name. */
    Panel named() {
        options.put("textMode", "value_and_name");
        return this;
    }

    /** Shows what the series is called, not its value. */
    Panel nameOnly() {
        options.put("textMode", "name");
        return this;
    }

    private void legend(String mode) {
        options.putObject("legend")
                .put("showLegend", true)
                .put("displayMode", mode)
                .put("placement", "bottom")
                .putArray("calcs");
    }

    private void last() {
        ObjectNode reduce = options.putObject("reduceOptions").put("fields", "").put("values", false);
        reduce.putArray("calcs").add("lastNotNull");
    }

    private Panel color(String mode) {
        defaults.putObject("color").put("mode", mode);
        return this;
    }

    /** Thresholds: a colour, then pairs of the value from which on the next one holds. */
    Panel steps(String base, Object... valuesAndColors) {
        ArrayNode steps =
                defaults.putObject("thresholds").put("mode", "absolute").putArray("steps");
        steps.addObject().put("color", base).putNull("value");
        for (int i = 0; i < valuesAndColors.length; i += 2) {
            steps.addObject()
                    .put("color", (String) valuesAndColors[i + 1])
                    .put("value", ((Number) valuesAndColors[i]).doubleValue());
        }
        return this;
    }

    /** Values that are codes: number, words, colour. */
    Panel codes(Codes codes) {
        defaults.putArray("mappings").add(codes.mapping());
        return this;
    }

    /** Series that are severities have the colours of severities. */
    Panel severities() {
        SEVERITIES.keySet().stream().sorted().forEach(each -> fixed(each, SEVERITIES.getOrDefault(each, "blue")));
        return this;
    }

    /** Series that are states of removal tasks: what waits for us is warm. */
    Panel tasks() {
        return fixed("ready", "blue")
                .fixed("blocked", "orange")
                .fixed("overdue", "red")
                .fixed("open", "yellow")
                .fixed("preparing", "text")
                .fixed("requested", "purple")
                .fixed("waiting", "green");
    }

    Panel fixed(String series, String color) {
        ObjectNode value = override(series).addObject().put("id", "color");
        value.putObject("value").put("mode", "fixed").put("fixedColor", color);
        return this;
    }

    /** All series whose names end so. */
    Panel fixedEnding(String end, String color) {
        ObjectNode override = overrides.addObject();
        override.putObject("matcher").put("id", "byRegexp").put("options", "/ " + end + "$/");
        ObjectNode value = override.putArray("properties").addObject().put("id", "color");
        value.putObject("value").put("mode", "fixed").put("fixedColor", color);
        return this;
    }

    /** A series that is green at zero, and has a colour of its own from one on. */
    Panel fromOne(String series, String color) {
        ObjectNode value = override(series).addObject().put("id", "thresholds").putObject("value");
        ArrayNode steps = value.put("mode", "absolute").putArray("steps");
        steps.addObject().put("color", "green").putNull("value");
        steps.addObject().put("color", color).put("value", 1.0);
        return this;
    }

    /** A column that is called otherwise, such as {@code Value #A}, with a unit of its own. */
    Panel column(String name, String unit) {
        override(name).addObject().put("id", "unit").put("value", unit);
        return this;
    }

    /** A column whose cells have the colour of a code. */
    Panel column(String name, Codes codes) {
        ArrayNode properties = override(name);
        ArrayNode mappings = properties.addObject().put("id", "mappings").putArray("value");
        mappings.add(codes.mapping());
        properties
                .addObject()
                .put("id", "custom.cellOptions")
                .putObject("value")
                .put("type", "color-background")
                .put("mode", "basic");
        return this;
    }

    /** A column that leads somewhere. */
    Panel column(String name, Link... links) {
        ArrayNode values = override(name).addObject().put("id", "links").putArray("value");
        List.of(links).forEach(link -> values.add(link.json()));
        return this;
    }

    Panel leadsTo(Link... links) {
        ArrayNode all = defaults.withArray("links");
        List.of(links).forEach(link -> all.add(link.json()));
        return this;
    }

    private ArrayNode override(String field) {
        ObjectNode override = overrides.addObject();
        override.putObject("matcher").put("id", "byName").put("options", field);
        return override.putArray("properties");
    }

    /** One row for each set of labels, from all queries. */
    Panel merged() {
        transformations.addObject().put("id", "merge").putObject("options");
        return this;
    }

    /** Columns in this order, each {@code name} or {@code name=shown}; all others are left out. */
    Panel shows(String... columns) {
        ObjectNode filter = transformations.addObject().put("id", "filterFieldsByName");
        ArrayNode names = filter.putObject("options").putObject("include").putArray("names");
        ObjectNode organize = transformations.addObject().put("id", "organize").putObject("options");
        organize.putObject("excludeByName");
        ObjectNode order = organize.putObject("indexByName");
        ObjectNode shown = organize.putObject("renameByName");
        for (int i = 0; i < columns.length; i++) {
            String[] parts = columns[i].split("=", 2);
            names.add(parts[0]);
            order.put(parts[0], i);
            shown.put(parts[0], parts[parts.length - 1]);
        }
        return this;
    }

    Panel sorted(String column, boolean descending) {
        ArrayNode sort = options.putArray("sortBy");
        sort.addObject().put("displayName", column).put("desc", descending);
        return this;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    List<Query> queries() {
        return queries;
    }

    ObjectNode json(int id, int x, int y) {
        node.put("id", id);
        node.putObject("gridPos").put("h", height).put("w", width).put("x", x).put("y", y);
        node.set("datasource", Board.dataSource());
        if (!custom.isEmpty()) {
            defaults.set("custom", custom);
        }
        ObjectNode fields = node.putObject("fieldConfig");
        fields.set("defaults", defaults);
        fields.set("overrides", overrides);
        node.set("options", options);
        ArrayNode targets = node.putArray("targets");
        for (int i = 0; i < queries.size(); i++) {
            targets.add(queries.get(i).json(String.valueOf((char) ('A' + i))));
        }
        if (!transformations.isEmpty()) {
            node.set("transformations", transformations);
        }
        return node;
    }
}
