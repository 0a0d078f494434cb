package offlist.grafana;

import static offlist.grafana.PreviewAxes.tenths;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import offlist.testing.Prometheus.Point;

/** Values with time: lines as steps, areas on each other, or columns. */
record PreviewChart(JsonNode panel, List<PreviewSeries> series, List<PreviewMark> marks) {
    /** In seconds: a little less than a column stands for. */
    private static final double COLUMN = 4.5;

    /** A series on those below it. */
    private record Layer(PreviewSeries series, List<Point> top, Map<Instant, Double> bottom) {}

    String html(Instant from, Instant to, int width, int height) {
        List<Layer> layers = layers();
        PreviewAxes axes = axes(layers, from, to, width, height - 24);
        StringBuilder svg = new StringBuilder("<svg width=\"%d\" height=\"%d\">".formatted(width, height - 24));
        svg.append(axes.values(PreviewFormat.of(panel))).append(axes.times()).append(axes.marks(marks));
        boolean columns = custom("drawStyle").asText().equals("bars");
        layers.forEach(layer -> svg.append(columns ? columns(axes, layer) : line(axes, layer)));
        return svg.append("</svg>").append(legend()).toString();
    }

    private PreviewAxes axes(List<Layer> layers, Instant from, Instant to, int width, int height) {
        boolean logarithmic = custom("scaleDistribution").path("type").asText().equals("log");
        double[] values = layers.stream()
                .flatMap(layer -> layer.top().stream())
                .mapToDouble(Point::value)
                .filter(value -> Double.isFinite(value) && (value > 0 || !logarithmic))
                .sorted()
                .toArray();
        double least = values.length == 0 ? 1 : values[0];
        double most = values.length == 0 ? 1 : values[values.length - 1];
        double min = panel.path("fieldConfig").path("defaults").path("min").asDouble(least);
        return logarithmic
                ? PreviewAxes.powers(from, to, least, most, width, height)
                : PreviewAxes.over(from, to, Math.min(least, min), most, width, height);
    }

    private JsonNode custom(String option) {
        return panel.path("fieldConfig").path("defaults").path("custom").path(option);
    }

    private List<Layer> layers() {
        boolean stacked = custom("stacking").path("mode").asText().equals("normal");
        List<Layer> layers = new ArrayList<>();
        Map<Instant, Double> below = new HashMap<>();
        for (PreviewSeries each : series) {
            Map<Instant, Double> bottom = new HashMap<>(below);
            List<Point> top = each.points().stream()
                    .map(point ->
                            new Point(point.at(), point.value() + (stacked ? bottom.getOrDefault(point.at(), 0.0) : 0)))
                    .toList();
            layers.add(new Layer(each, top, bottom));
            top.forEach(point -> below.put(point.at(), stacked ? point.value() : 0));
        }
        return layers;
    }

    private static String columns(PreviewAxes axes, Layer layer) {
        StringBuilder svg = new StringBuilder();
        for (Point point : layer.top()) {
            double foot = axes.y(layer.bottom().getOrDefault(point.at(), 0.0));
            double head = axes.y(point.value());
            if (Double.isFinite(head) && foot - head > 0.05) {
                svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
                        .formatted(
                                tenths(axes.x(point.at()) - axes.second() * COLUMN / 2),
                                tenths(head),
                                tenths(axes.second() * COLUMN),
                                tenths(foot - head),
                                layer.series().color()));
            }
        }
        return svg.toString();
    }

    /** Broken where there was nothing. */
    private String line(PreviewAxes axes, Layer layer) {
        StringBuilder svg = new StringBuilder();
        List<Point> part = new ArrayList<>();
        for (Point point : layer.top()) {
            boolean gap =
                    !part.isEmpty() && part.getLast().at().plusMillis(1500).isBefore(point.at());
            if (gap || !Double.isFinite(point.value())) {
                svg.append(steps(axes, layer, part));
                part.clear();
            }
            if (Double.isFinite(point.value())) {
                part.add(point);
            }
        }
        return svg.append(steps(axes, layer, part)).toString();
    }

    private String steps(PreviewAxes axes, Layer layer, List<Point> part) {
        if (part.isEmpty()) {
            return "";
        }
        StringBuilder top = new StringBuilder();
        StringBuilder bottom = new StringBuilder();
        double before = Double.NaN;
        double beneath = Double.NaN;
        for (Point point : part) {
            String x = tenths(axes.x(point.at()));
            double y = axes.y(point.value());
            double foot = axes.y(layer.bottom().getOrDefault(point.at(), Math.max(0, axes.low())));
            top.append(Double.isNaN(before) ? "" : x + "," + tenths(before) + " ")
                    .append(x + "," + tenths(y) + " ");
            bottom.insert(
                    0, x + "," + tenths(foot) + " " + (Double.isNaN(beneath) ? "" : x + "," + tenths(beneath) + " "));
            before = y;
            beneath = foot;
        }
        String color = layer.series().color();
        double opacity = custom("fillOpacity").asDouble() / 100;
        return "<polygon points=\"%s\" fill=\"%s\" fill-opacity=\"%s\"/><polyline points=\"%s\" stroke=\"%s\"/>"
                .formatted(top.toString() + bottom, color, opacity, top, color);
    }

    private String legend() {
        StringBuilder html = new StringBuilder("<div class=\"legend\">");
        series.forEach(each -> html.append("<span><i style=\"background:%s\"></i>%s</span>"
                .formatted(each.color(), PreviewPage.escaped(each.name()))));
        return html.append("</div>").toString();
    }
}
