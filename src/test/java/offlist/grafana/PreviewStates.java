package offlist.grafana;

import static offlist.grafana.PreviewAxes.tenths;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import offlist.testing.Prometheus.Point;

/** What was in which state when: a band for each series. */
record PreviewStates(JsonNode panel, List<PreviewSeries> series) {
    String html(Instant from, Instant to, int width, int height) {
        PreviewFormat format = PreviewFormat.of(panel);
        PreviewAxes axes = PreviewAxes.bands(from, to, width, height - 24, 130);
        double row = (double) (height - 24 - PreviewAxes.FOOT) / series.size();
        StringBuilder svg = new StringBuilder("<svg width=\"%d\" height=\"%d\">".formatted(width, height - 24));
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < series.size(); i++) {
            svg.append(PreviewAxes.text(
                    124, row * (i + 0.5) + 4, "end", series.get(i).name()));
            for (List<Point> run : runs(series.get(i).points())) {
                double value = run.getFirst().value();
                words.put(format.text(value), format.color(value));
                svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
                        .formatted(
                                tenths(axes.x(run.getFirst().at())),
                                tenths(row * (i + 0.08)),
                                tenths(axes.x(run.getLast().at())
                                        - axes.x(run.getFirst().at())
                                        + axes.second()),
                                tenths(row * 0.84),
                                format.color(value)));
            }
        }
        svg.append(axes.times()).append("</svg><div class=\"legend\">");
        words.forEach((word, color) -> svg.append(
                "<span><i style=\"background:%s\"></i>%s</span>".formatted(color, PreviewPage.escaped(word))));
        return svg.append("</div>").toString();
    }

    /** Points of one value after each other. */
    private static List<List<Point>> runs(List<Point> points) {
        List<List<Point>> runs = new ArrayList<>();
        for (Point point : points) {
            boolean goesOn = !runs.isEmpty()
                    && runs.getLast().getLast().value() == point.value()
                    && !runs.getLast().getLast().at().plusMillis(1500).isBefore(point.at());
            if (!goesOn) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(point);
        }
        return runs;
    }
}
