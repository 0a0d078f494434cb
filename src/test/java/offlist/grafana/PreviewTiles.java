package offlist.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The latest value of each series: as a tile, or as a bar. */
record PreviewTiles(JsonNode panel, List<PreviewSeries> series) {
    String stats() {
        String mode = panel.path("options").path("textMode").asText();
        boolean names = mode.equals("value_and_name") || (mode.equals("auto") && series.size() > 1);
        StringBuilder html = new StringBuilder("<div class=\"tiles\">");
        for (PreviewSeries each : series) {
            PreviewFormat format = PreviewFormat.ofColumn(panel, each.name());
            String value = mode.equals("name") ? each.name() : format.text(each.last());
            html.append("<div style=\"background:%s\"><b class=\"%s\">%s</b>%s</div>"
                    .formatted(
                            format.color(each.last()),
                            value.length() > 16 ? "longer" : value.length() > 9 ? "long" : "",
                            PreviewPage.escaped(value),
                            names ? "<small>" + PreviewPage.escaped(each.name()) + "</small>" : ""));
        }
        return html.append("</div>").toString();
    }

    String bars() {
        PreviewFormat format = PreviewFormat.of(panel);
        double most = Math.max(
                panel.path("fieldConfig").path("defaults").path("max").asDouble(0),
                series.stream().mapToDouble(PreviewSeries::last).max().orElse(1));
        StringBuilder html = new StringBuilder("<div class=\"bars\">");
        for (PreviewSeries each : series) {
            double part = most > 0 ? 100 * each.last() / most : 0;
            html.append("<span>%s</span><div><i style=\"width:%s%%;background:%s\"></i></div><b>%s</b>"
                    .formatted(
                            PreviewPage.escaped(each.name()),
                            PreviewAxes.tenths(part),
                            format.color(each.last()),
                            format.text(each.last())));
        }
        return html.append("</div>").toString();
    }
}
