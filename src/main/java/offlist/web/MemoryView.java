package offlist.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import offlist.track.Held;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.track.PairStatus;
import offlist.track.Suspected;
import org.jspecify.annotations.Nullable;

/**
 * What the daemon remembers of an address on a list.
 *
 * @param state {@code listed}, {@code not_listed}, {@code unknown} or {@code unchecked}
 * @param since when it became so, where that is kept
 * @param lastAnswer what the last answer that tells said: {@code listed} or {@code not_listed}; null when there was none
 * @param codes of the open listing
 * @param looksWanted answers in all that make a transition
 * @param calmSeconds how long a flapping listing has to be quiet before it closes
 * @param recording whether a transition is being recorded right now
 * @param words the same in sentences
 */
public record MemoryView(
        String state,
        @Nullable Instant since,
        @Nullable Instant lastAnswerAt,
        @Nullable String lastAnswer,
        List<String> codes,
        @Nullable String listing,
        boolean flapping,
        @Nullable Suspicion suspicion,
        int looksWanted,
        long calmSeconds,
        boolean recording,
        List<String> words) {
    /** @param says {@code listed} or {@code not_listed} */
    public record Suspicion(String says, List<String> codes, int looks, Instant since, Instant last, String resolver) {
        static Suspicion of(Suspected suspected) {
            return new Suspicion(
                    suspected.codes().isPresent() ? "listed" : "not_listed",
                    suspected.codes().orElse(List.of()),
                    suspected.looks(),
                    millis(suspected.since()),
                    millis(suspected.last()),
                    suspected.by().value());
        }
    }

    static MemoryView of(PairStatus status, Optional<Held> held, Instant now) {
        Optional<Listing> listing = status.listing();
        return new MemoryView(
                status.verdict(),
                status.since().map(MemoryView::millis).orElse(null),
                status.lastAnswerAt().map(MemoryView::millis).orElse(null),
                status.lastAnswerAt().isEmpty() ? null : listing.isPresent() ? "listed" : "not_listed",
                listing.map(Listing::codes).orElse(List.of()).stream()
                        .map(ListedCode::answer)
                        .toList(),
                listing.map(Listing::id).orElse(null),
                held.map(Held::flapping).orElse(false),
                held.flatMap(Held::suspicion).map(Suspicion::of).orElse(null),
                held.map(Held::looks).orElse(0),
                held.map(holding -> holding.calm().toSeconds()).orElse(0L),
                held.map(Held::settling).orElse(false),
                Remembered.words(status, held, now));
    }

    private static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
