package offlist.grafana;

import java.util.Map;

/** Queries that bring nothing in the story, each with why it cannot bring anything there. */
final class EmptyPanels {
    /** Dashboard, panel and query. */
    static final Map<String, String> ALL = Map.of();

    private EmptyPanels() {}

    static String name(BoardFile board, BoardAsker.Shown shown, BoardAsker.Answer answer) {
        return board.uid() + " / " + shown.panel().title() + " / "
                + answer.target().id();
    }
}
