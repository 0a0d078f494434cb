package offlist.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list with all that the catalogue knows of it. */
public record ListDetailView(
        ListView list,
        String severityBecause,
        List<Code> codes,
        Limits limits,
        Removal removal,
        @Nullable String website,
        @Nullable String contact,
        String note,
        List<ListingView> open) {
    public record Code(
            String code,
            String effect,
            String reason,
            String meaning,
            @Nullable String sublist) {}

    /** What the operator of the list allows. */
    public record Limits(
            @Nullable Integer freeQuestionsPerDay,
            String publicResolvers,
            String registration,
            String cost,
            @Nullable Double answersLiveSeconds,
            String updates,
            String note) {}

    /** How to come off it. */
    public record Removal(
            List<String> methods,
            @Nullable String lookup,
            @Nullable String page,
            @Nullable String email,
            List<String> preconditions,
            String expires,
            String typicalTime,
            String cooldown,
            List<String> warnings) {}
}
