package offlist.web;

import java.time.Instant;
import java.util.List;
import offlist.track.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Why a transition was believed.
 *
 * @param looks the answers that agreed, oldest first
 * @param testedAt when the list's test points, asked after the last look, had passed
 * @param wave what it shares with other transitions of the list within one turn
 */
public record EvidenceView(
        List<Look> looks,
        @Nullable Instant testedAt,
        @Nullable String wave) {
    /** An answer and who gave it. */
    public record Look(String resolver, Instant at) {}

    static EvidenceView of(Evidence evidence) {
        List<Look> looks = evidence.looks().stream()
                .map(look -> new Look(look.resolver().value(), look.at()))
                .toList();
        return new EvidenceView(
                looks, evidence.testedAt().orElse(null), evidence.wave().orElse(null));
    }
}
