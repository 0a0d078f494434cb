package offlist.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.track.PairScore;
import offlist.track.PairStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an address on one list.
 *
 * @param verdict {@code listed} or {@code not_listed}; null when that is not known
 * @param score the number that the list gave last, null when it gave none
 * @param since when it became so; for {@code unknown} the first check without an answer
 * @param lastAnswer what the last answer that tells said
 * @param state the verdict, or why there is none: {@code unknown}, {@code unchecked}
 */
public record PairView(
        String list,
        @Nullable String verdict,
        String state,
        @Nullable Instant since,
        @Nullable Instant lastAnswerAt,
        @Nullable String lastAnswer,
        List<String> codes,
        @Nullable Integer score,
        @Nullable String listing) {
    static PairView of(PairStatus pair) {
        boolean known = pair.verdict().equals("listed") || pair.verdict().equals("not_listed");
        return new PairView(
                pair.pair().list().value(),
                known ? pair.verdict() : null,
                pair.verdict(),
                pair.since().map(PairView::millis).orElse(null),
                pair.lastAnswerAt().map(PairView::millis).orElse(null),
                lastAnswer(pair),
                pair.listing().map(Listing::codes).orElse(List.of()).stream()
                        .map(ListedCode::answer)
                        .toList(),
                pair.score().map(PairScore::value).orElse(null),
                pair.listing().map(Listing::id).orElse(null));
    }

    /** What the last answer that counted said is what is recorded. */
    static @Nullable String lastAnswer(PairStatus pair) {
        return pair.lastAnswerAt().isEmpty() ? null : pair.listing().isPresent() ? "listed" : "not_listed";
    }

    /** The clock tells more than a reader can use. */
    static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
