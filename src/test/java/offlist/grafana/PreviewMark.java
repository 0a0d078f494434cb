package offlist.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** A moment at which something was opened or closed. */
record PreviewMark(Instant at, String color) {
    static List<PreviewMark> all(BoardFile board, BoardAsker asker) {
        return board.marks().stream()
                .flatMap(mark -> of(mark, asker))
                .distinct()
                .toList();
    }

    private static java.util.stream.Stream<PreviewMark> of(JsonNode mark, BoardAsker asker) {
        String color = PreviewFormat.css(mark.path("iconColor").asText());
        return asker.marks(mark).stream()
                .flatMap(series -> series.points().stream())
                .map(point -> new PreviewMark(point.at(), color));
    }
}
