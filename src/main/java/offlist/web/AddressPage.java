package offlist.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import offlist.probe.Observation;
import offlist.track.Held;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.track.PairStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the page of an address shows.
 *
 * @param kind what it is, in words
 */
public record AddressPage(
        Frame frame,
        String address,
        String kind,
        List<String> pools,
        Headline headline,
        List<ListingRow> listings,
        List<Row> lists,
        List<TransitionRow> history,
        List<TaskCard> tasks) {
    static final Comparator<Row> ORDER = Comparator.comparingInt(Row::rank).thenComparing(Row::list);

    /**
     * The address on one list.
     *
     * @param state {@code listed}, {@code not_listed}, {@code unknown} or {@code unchecked}; chooses the colour
     * @param lastAnswer time of the last answer that tells, null when there was none
     * @param score the number that the list gave last, in words, null when it gave none
     * @param lastSaid what that one said
     * @param trouble what came last instead of an answer that tells
     * @param told of an unknown pair in one sentence since when, and what was known last
     * @param remembered what is suspected and what else waits, in sentences
     * @param looks the last ones that were not plainly clean, newest first
     * @param why where the whole explanation is
     */
    public record Row(
            String list,
            String name,
            String state,
            String words,
            @Nullable When since,
            @Nullable When lastAnswer,
            String codes,
            @Nullable String score,
            @Nullable String lastSaid,
            @Nullable String trouble,
            @Nullable String told,
            List<String> remembered,
            List<Look> looks,
            String why) {
        int rank() {
            return switch (state) {
                case "listed" -> 0;
                case "unknown" -> 1;
                case "unchecked" -> 2;
                default -> 3;
            };
        }
    }

    /** One observation of late. */
    public record Look(When at, String resolver, String answer, String outcome) {
        static Look of(Observation seen, Instant now) {
            return new Look(
                    When.of(seen.asked(), now),
                    seen.resolver().value(),
                    seen.raw(),
                    seen.verdict().label().replace('_', ' '));
        }
    }

    static Row row(PairStatus pair, Optional<Held> held, Rows rows, Instant now) {
        return new Row(
                pair.pair().list().value(),
                rows.name(pair.pair().list()),
                pair.verdict(),
                words(pair.verdict()),
                pair.since().map(at -> When.of(at, now)).orElse(null),
                pair.lastAnswerAt().map(at -> When.of(at, now)).orElse(null),
                pair.listing().map(Listing::codes).orElse(List.of()).stream()
                        .map(ListedCode::answer)
                        .collect(Collectors.joining(", ")),
                pair.score().map(score -> rows.words(score)).orElse(null),
                pair.lastAnswerAt().isEmpty() ? null : Remembered.lastAnswer(pair.listing()),
                trouble(pair).orElse(null),
                pair.verdict().equals("unknown") ? String.join(", ", Remembered.unknown(pair)) : null,
                Remembered.pending(held, now),
                pair.recent().stream().map(seen -> Look.of(seen, now)).toList(),
                "/api/v1/explain?address=" + pair.pair().target().text() + "&list="
                        + pair.pair().list());
    }

    static Headline sentence(AddressAnswers.Known known, int listings) {
        long asked = known.pairs().size();
        long answered = known.pairs().stream()
                .filter(pair ->
                        pair.verdict().equals("not_listed") || pair.verdict().equals("listed"))
                .count();
        if (known.pools().isEmpty()) {
            return new Headline("unknown", "In no pool any more", "It is not watched; its history is kept.");
        }
        if (listings > 0) {
            return new Headline("bad", "Listed on " + listings + " of " + asked + " lists", "");
        }
        if (asked == 0) {
            return new Headline("unknown", "Nobody is asked about it", "No list in use takes this kind of target.");
        }
        return answered == asked
                ? new Headline("good", "On none of " + asked + " lists", "")
                : new Headline("warn", "No listing known", asked - answered + " of " + asked + " lists cannot tell.");
    }

    private static String words(String verdict) {
        return switch (verdict) {
            case "listed" -> "listed";
            case "not_listed" -> "not listed";
            case "unchecked" -> "not checked yet";
            default -> "cannot tell";
        };
    }

    /** The last look, when it told nothing. */
    private static Optional<String> trouble(PairStatus pair) {
        return pair.recent().stream()
                .findFirst()
                .filter(seen -> !seen.verdict().definite())
                .filter(seen -> pair.lastAnswerAt().map(seen.asked()::isAfter).orElse(true))
                .map(Observation::raw);
    }
}
