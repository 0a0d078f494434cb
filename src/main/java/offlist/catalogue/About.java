package offlist.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Who runs a list and how others speak of it.
 *
 * @param rejectMarkers words in refusals that name this list; without case, bounded by non-word characters
 */
public record About(
        String operator,
        String name,
        String severityReason,
        Optional<String> website,
        Optional<String> contact,
        List<String> rejectMarkers) {

    /** Copies the markers. */
    public About {
        rejectMarkers = List.copyOf(rejectMarkers);
    }
}
