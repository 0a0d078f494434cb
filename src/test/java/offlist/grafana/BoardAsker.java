package offlist.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.grafana.BoardFile.PanelFile;
import offlist.grafana.BoardFile.Target;
import offlist.testing.Prometheus;
import offlist.testing.Prometheus.Series;

/** Asks what the panels of a dashboard ask, as Grafana does. */
record BoardAsker(Prometheus prometheus, Filling filling, Instant from, Instant to, Duration step) {
    private static final Pattern VALUES = Pattern.compile("label_values\\((.*), (\\w+)\\)");

    /** What one query of a panel brought. */
    record Answer(Target target, List<Series> series) {}

    /** A panel with all that it shows. */
    record Shown(PanelFile panel, List<Answer> answers) {
        List<Series> all() {
            return answers.stream().flatMap(each -> each.series().stream()).toList();
        }

        List<Series> first() {
            return answers.getFirst().series();
        }
    }

    /**
     * @param filling values of the dashboard's own variables
     * @param from when the time begins that is shown
     */
    static BoardAsker over(Prometheus prometheus, Filling filling, Instant from, Instant to) {
        Duration step = Duration.ofSeconds(1);
        return new BoardAsker(
                prometheus,
                filling.but("__interval", "1s")
                        .but("__rate_interval", "5s")
                        .but("__range", Duration.between(from, to).toSeconds() + "s"),
                from,
                to,
                step);
    }

    BoardAsker with(String variable, String value) {
        return new BoardAsker(prometheus, filling.but(variable, value), from, to, step);
    }

    Shown shown(PanelFile panel) {
        return new Shown(
                panel,
                panel.targets().stream()
                        .map(target -> new Answer(target, atStepOf(panel).ask(target)))
                        .toList());
    }

    Shown shown(String board, String panel) {
        return shown(BoardFile.of(board).panel(panel));
    }

    private List<Series> ask(Target target) {
        String expr = filling.in(target.expr());
        return target.now() ? prometheus.at(to, expr) : prometheus.over(from, to, step, expr);
    }

    /** A panel that wants a longer step than others gets it. */
    private BoardAsker atStepOf(PanelFile panel) {
        return panel.json().path("interval").isMissingNode()
                ? this
                : new BoardAsker(
                        prometheus,
                        filling.but("__interval", "5s").but("__rate_interval", "6s"),
                        from,
                        to,
                        Duration.ofSeconds(5));
    }

    /** A mark asks over time too. */
    List<Series> marks(JsonNode mark) {
        return prometheus.over(from, to, step, filling.in(mark.path("expr").asText()));
    }

    /** What can be chosen for a variable that is asked of Prometheus. */
    List<String> choices(JsonNode variable) {
        Matcher query = VALUES.matcher(variable.path("query").path("query").asText());
        if (!query.matches()) {
            throw new AssertionError("no query of a label: " + variable);
        }
        return prometheus.values(filling.in(query.group(1)), query.group(2));
    }
}
