package offlist.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import offlist.alert.SafeText;
import offlist.ticket.Format.Line;
import offlist.ticket.Preset.Act;

/** A removal task as an event tells of it, in words for a ticket. */
record TaskNews(JsonNode data) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 500;
    private static final int LONGEST_TITLE = 180;
    private static final int MOST_STEPS = 40;

    static TaskNews of(String json) {
        try {
            return new TaskNews(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the store holds a task that is no JSON", e);
        }
    }

    String id() {
        return data.path("id").asText();
    }

    boolean open() {
        return !text("state").equals("closed");
    }

    String text(String field) {
        return SafeText.line(data.path(field).asText(""), LONGEST);
    }

    String title() {
        return SafeText.line("Blocklist: " + text("address") + " is on " + text("list"), LONGEST_TITLE);
    }

    /** What a new ticket says. */
    List<Line> first(Optional<URI> page) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(text("address") + " is on the blocklist " + text("list") + ", severity " + text("severity")
                + ", reason " + text("reason") + ". The removal task is " + text("state") + "."));
        lines.addAll(work());
        page.ifPresent(link -> lines.add(new Line("The task in Offlist:", Optional.of(link))));
        lines.add(Line.of("Offlist closes this ticket when the list has let the address go; closing it here does not"
                + " close the task. Please leave the next line as it is."));
        lines.add(Line.of("Key: " + id()));
        return lines;
    }

    /**
     * What a comment says.
     *
     * @param mark lets the comment be found again
     */
    List<Line> note(Act act, String mark) {
        List<Line> lines = new ArrayList<>(change(act));
        lines.add(Line.of("(" + mark + ")"));
        return lines;
    }

    /** The same without the mark, so that what changes nothing for a reader can be seen. */
    List<Line> change(Act act) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(
                switch (act) {
                    case UPDATE ->
                        "The removal task is " + text("state") + ": severity " + text("severity") + ", reason "
                                + text("reason") + ".";
                    case CLOSE -> "The removal task is closed: " + closing() + ".";
                    case REOPEN ->
                        text("address") + " is on " + text("list") + " again. The removal task is " + text("state")
                                + ".";
                }));
        if (act != Act.CLOSE) {
            lines.addAll(work());
        }
        return lines;
    }

    private String closing() {
        String proof = text("proof");
        return text("closedAs").replace('_', ' ') + (proof.isEmpty() ? "" : ", proven by " + proof);
    }

    private List<Line> work() {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (JsonNode step : data.path("steps")) {
            if (++number <= MOST_STEPS) {
                lines.add(new Line(
                        "Step " + number + ": "
                                + SafeText.line(step.path("text").asText(""), LONGEST),
                        address(step.path("link").asText(""))));
            }
        }
        StreamSupport.stream(data.path("warnings").spliterator(), false)
                .limit(MOST_STEPS)
                .forEach(warning -> lines.add(Line.of("Mind: " + SafeText.line(warning.asText(), LONGEST))));
        return lines;
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text))
                    .filter(uri -> uri.getHost() != null
                            && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
