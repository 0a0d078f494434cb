package offlist.grafana;

import java.util.Map;
import offlist.testing.Prometheus.Series;

/** Queries that bring zeros alone in the story, each with why it can bring nothing else there. */
final class QuietQueries {
    private static final String OVERDUE = "a list has a day for letting go, and the story a minute";
    private static final String AT_THE_END = "nothing is under way at the end";

    /** By dashboard, panel and query. */
    static final Map<String, String> ALL = Map.of(
            "offlist-removal / Overdue / A", OVERDUE,
            "offlist-removal / Tasks by list / C", OVERDUE,
            "offlist-removal / Under way / A", AT_THE_END,
            "offlist-removal / Tasks by list / D", AT_THE_END,
            "offlist-daemon / Incomplete scrapes / A", "every scrape is complete");

    /** Zeros but for the half second in which an event waits for the bus in memory. */
    static final String MOSTLY = "offlist-daemon / Age of the oldest message / B";

    private QuietQueries() {}

    static String name(BoardFile board, BoardAsker.Shown shown, BoardAsker.Answer answer) {
        return board.uid() + " / " + shown.panel().title() + " / "
                + answer.target().id();
    }

    static boolean quiet(BoardAsker.Answer answer) {
        return answer.series().stream()
                .map(Series::points)
                .allMatch(points -> points.stream().allMatch(point -> point.value() == 0));
    }
}
