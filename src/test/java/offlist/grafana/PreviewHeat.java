package offlist.grafana;

import static offlist.grafana.PreviewAxes.tenths;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import offlist.testing.Prometheus.Point;
import offlist.testing.Prometheus.Series;

/** How many fell between two bounds when: the darker the more. Bounds that nothing ever fell between are left out. */
final class PreviewHeat {
    /** What fell between the bound before and this one. */
    private record Band(String bound, List<Point> points) {
        boolean isEmpty() {
            return points.stream().allMatch(point -> point.value() < 0.01);
        }
    }

    private final PreviewFormat format;
    private final List<Band> bands = new ArrayList<>();

    PreviewHeat(JsonNode panel, List<Series> buckets) {
        this.format = PreviewFormat.of(panel);
        Map<Instant, Double> below = new HashMap<>();
        buckets.stream().sorted(Comparator.comparingDouble(PreviewHeat::bound)).forEach(bucket -> {
            List<Point> own = bucket.points().stream()
                    .map(each -> new Point(each.at(), each.value() - below.getOrDefault(each.at(), 0.0)))
                    .toList();
            bucket.points().forEach(each -> below.put(each.at(), each.value()));
            bands.add(new Band(bucket.label("le"), own));
        });
        bands.removeIf(Band::isEmpty);
    }

    private static double bound(Series bucket) {
        String bound = bucket.label("le");
        return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
    }

    String html(Instant from, Instant to, int width, int height) {
        PreviewAxes axes = PreviewAxes.bands(from, to, width, height, 62);
        double row = (double) (height - PreviewAxes.FOOT) / Math.max(1, bands.size());
        double most = bands.stream()
                .flatMap(band -> band.points().stream())
                .mapToDouble(Point::value)
                .max()
                .orElse(1);
        StringBuilder svg = new StringBuilder("<svg width=\"%d\" height=\"%d\">".formatted(width, height));
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            double y = height - PreviewAxes.FOOT - row * (i + 1);
            String bound = band.bound().equals("+Inf") ? "more" : format.text(Double.parseDouble(band.bound()));
            svg.append(PreviewAxes.text(56, y + row / 2 + 4, "end", bound));
            band.points().stream()
                    .filter(point -> point.value() >= 0.01)
                    .forEach(point -> svg.append(
                            "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"#1f60c4\" fill-opacity=\"%s\"/>"
                                    .formatted(
                                            tenths(axes.x(point.at())),
                                            tenths(y),
                                            tenths(axes.second()),
                                            tenths(row - 0.5),
                                            0.1 + 0.9 * point.value() / most)));
        }
        return svg.append(axes.times()).append("</svg>").toString();
    }
}
