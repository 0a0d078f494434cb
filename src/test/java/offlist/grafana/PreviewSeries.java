package offlist.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import offlist.grafana.BoardAsker.Answer;
import offlist.grafana.BoardAsker.Shown;
import offlist.testing.Prometheus.Point;
import offlist.testing.Prometheus.Series;

/** A series under the name that the legend gives it, in its colour. */
record PreviewSeries(String name, String color, List<Point> points) {
    private static final Pattern LABEL = Pattern.compile("\\{\\{(\\w+)}}");
    private static final List<String> PALETTE = List.of(
            "#56a64b", "#e0b400", "#3274d9", "#ff780a", "#e02f44", "#a352cc", "#19a0a0", "#8f3bb8", "#7b8087",
            "#37872d", "#1f60c4", "#fa6400");

    PreviewSeries {
        points = List.copyOf(points);
    }

    static List<PreviewSeries> all(Shown shown) {
        List<PreviewSeries> all = new ArrayList<>();
        for (Answer answer : shown.answers()) {
            String legend = answer.target().json().path("legendFormat").asText();
            for (Series each : answer.series()) {
                String name = LABEL.matcher(legend)
                        .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(each.label(match.group(1))));
                String color =
                        fixed(shown.panel().json(), name).orElseGet(() -> PALETTE.get(all.size() % PALETTE.size()));
                all.add(new PreviewSeries(name, color, each.points()));
            }
        }
        return all;
    }

    private static Optional<String> fixed(JsonNode panel, String name) {
        return StreamSupport.stream(panel.path("fieldConfig").path("overrides").spliterator(), false)
                .filter(each -> PreviewFormat.concerns(each.path("matcher"), name))
                .flatMap(each -> each.path("properties").valueStream())
                .filter(each -> each.path("id").asText().equals("color"))
                .map(each ->
                        PreviewFormat.css(each.path("value").path("fixedColor").asText()))
                .findFirst();
    }

    double last() {
        return points.getLast().value();
    }
}
