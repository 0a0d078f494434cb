package offlist.web;

import java.util.List;

/**
 * What the page of the silences shows.
 *
 * @param author who acted last from this browser, as they call themselves
 */
public record SilencesPage(Frame frame, List<Row> silences, List<String> severities, String author) {
    /** @param over whether it keeps nothing quiet any more */
    public record Row(
            String id,
            String match,
            String author,
            String comment,
            When starts,
            When ends,
            String state,
            boolean over) {}

    /** How many are in force. */
    public long active() {
        return silences.stream().filter(row -> row.state().equals("active")).count();
    }
}
