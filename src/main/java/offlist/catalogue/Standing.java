package offlist.catalogue;

import java.util.List;

/**
 * How well an entry is founded.
 *
 * @param note what is odd about the list, for people
 * @param sources keys of the catalogue's index of sources
 * @param unverified fields of the entry that rest on weak hints
 */
public record Standing(
        Status status,
        String statusNote,
        String note,
        Confidence confidence,
        List<String> sources,
        List<String> unverified) {

    /** Copies the lists. */
    public Standing {
        sources = List.copyOf(sources);
        unverified = List.copyOf(unverified);
    }

    /** A list its user vouches for. */
    public static Standing own() {
        return new Standing(Status.LIVE, "", "", Confidence.HIGH, List.of(), List.of());
    }
}
