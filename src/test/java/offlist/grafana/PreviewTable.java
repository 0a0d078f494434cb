package offlist.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import offlist.grafana.BoardAsker.Answer;
import offlist.grafana.BoardAsker.Shown;
import offlist.testing.Prometheus.Series;

/** The rows of a table after what Grafana does to them: joined by their labels, columns chosen, named and sorted. */
final class PreviewTable {
    private final JsonNode panel;
    private final List<Map<String, Object>> rows;
    /** What a column is called, by the name of its field. */
    private final Map<String, String> columns;

    PreviewTable(Shown shown) {
        this.panel = shown.panel().json();
        this.columns = columns(panel);
        this.rows = rows(shown);
        columns.keySet().removeIf(field -> rows.stream().noneMatch(row -> row.containsKey(field)));
        JsonNode sort = panel.path("options").path("sortBy").path(0);
        if (sort.isObject()) {
            Comparator<Map<String, Object>> order = Comparator.comparingDouble(
                    row -> number(row, sort.path("displayName").asText()));
            rows.sort(sort.path("desc").asBoolean() ? order.reversed() : order);
        }
    }

    private double number(Map<String, Object> row, String shown) {
        return columns.entrySet().stream()
                .filter(each -> each.getValue().equals(shown))
                .map(each -> row.get(each.getKey()))
                .filter(Double.class::isInstance)
                .mapToDouble(each -> (Double) each)
                .findFirst()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private static Map<String, String> columns(JsonNode panel) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (JsonNode step : panel.path("transformations")) {
            step.path("options")
                    .path("renameByName")
                    .properties()
                    .forEach(each -> columns.put(each.getKey(), each.getValue().asText()));
        }
        return columns;
    }

    private static List<Map<String, Object>> rows(Shown shown) {
        Map<Map<String, String>, Map<String, Object>> joined = new LinkedHashMap<>();
        boolean one = shown.answers().size() == 1;
        for (Answer answer : shown.answers()) {
            String field = one ? "Value" : "Value #" + answer.target().id();
            for (Series each : answer.series()) {
                joined.computeIfAbsent(each.labels(), labels -> new TreeMap<>(labels))
                        .put(field, each.last());
            }
        }
        return new ArrayList<>(joined.values());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    String html() {
        StringBuilder html = new StringBuilder("<table><tr>");
        columns.values()
                .forEach(name ->
                        html.append("<th>").append(PreviewPage.escaped(name)).append("</th>"));
        html.append("</tr>");
        for (Map<String, Object> row : rows) {
            html.append("<tr>");
            columns.forEach((field, name) -> html.append(cell(row.get(field), PreviewFormat.ofColumn(panel, name))));
            html.append("</tr>");
        }
        return html.append("</table>").toString();
    }

    private static String cell(@org.jspecify.annotations.Nullable Object value, PreviewFormat format) {
        if (!(value instanceof Double number)) {
            return "<td>" + (value == null ? "" : PreviewPage.escaped(value.toString())) + "</td>";
        }
        String style =
                format.mappings().isEmpty() ? "" : " class=\"code\" style=\"background:" + format.color(number) + "\"";
        return "<td" + style + ">" + PreviewPage.escaped(format.text(number)) + "</td>";
    }
}
