package offlist.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.alert.Times;
import offlist.delist.Figures;
import offlist.delist.RemovalFigures;
import offlist.pool.PoolName;
import offlist.store.Tx;
import offlist.track.ListStatus;
import offlist.track.Listing;
import offlist.track.ResolverState;
import offlist.track.Status;

/**
 * What a digest says.
 *
 * @param lines finished sentences, the most important first
 */
record DigestText(String headline, List<String> lines) {
    private static final int MOST = 10;
    /** Removals are too few for a day or a week to say something. */
    private static final Duration REMOVAL = Duration.ofDays(30);

    static DigestText of(Tx tx, Status status, Instant since, Instant now) {
        List<Listing> open = status.bad();
        Map<String, Long> moves = moves(tx, since);
        long opened = moves.getOrDefault("opened", 0L);
        long closed = moves.getOrDefault("closed", 0L);
        List<String> lines = new ArrayList<>();
        lines.add("Since " + Times.utc(since) + ": " + opened + " opened, " + closed + " closed.");
        if (!open.isEmpty()) {
            lines.add("By severity: "
                    + counts(open.stream().map(listing -> listing.severity().label())) + ".");
            lines.add("By list: "
                    + counts(open.stream().map(listing -> listing.list().value())) + ".");
            lines.add("By pool: "
                    + counts(open.stream()
                            .flatMap(listing -> listing.pools().stream().map(PoolName::value))) + ".");
            open.stream()
                    .min(Comparator.comparing(Listing::openedAt))
                    .ifPresent(
                            oldest -> lines.add("The oldest: " + oldest.target().text() + " on " + oldest.list()
                                    + ", for " + Times.words(Duration.between(oldest.openedAt(), now)) + "."));
        }
        lines.add(health(status));
        budgets(status).forEach(lines::add);
        long tasks = tx.query("SELECT count(*) AS n FROM removal_task WHERE closed_at IS NULL", row -> row.number("n"))
                .getFirst();
        lines.add(tasks == 0 ? "No removal task is open." : tasks + " removal tasks are open.");
        removal(Figures.since(tx, now.minus(REMOVAL))).ifPresent(lines::add);
        return new DigestText(headline(status, open), List.copyOf(lines));
    }

    /** Nothing where nothing was asked. */
    static Optional<String> removal(RemovalFigures figures) {
        if (figures.requested() == 0 && figures.delisted() == 0 && figures.refused() == 0) {
            return Optional.empty();
        }
        String median = figures.fromRequest()
                .map(spread -> ", median " + Times.words(spread.median()))
                .orElse("");
        String refused = figures.refused() == 0 ? "" : ", " + figures.refused() + " refused";
        String again = figures.delisted() == 0
                ? ""
                : "; " + figures.relisted() + " of " + figures.delisted() + " listed again";
        return Optional.of("Removal in " + REMOVAL.toDays() + " days: " + figures.requested() + " asked, "
                + figures.delisted() + " let go" + median + refused + again + ".");
    }

    private static String headline(Status status, List<Listing> open) {
        long addresses = open.stream().map(Listing::target).distinct().count();
        return open.isEmpty()
                ? "no address is listed, of "
                        + String.format(Locale.ROOT, "%,d", status.pool().size())
                : open.size() + " open listings of " + addresses + " addresses";
    }

    private static Map<String, Long> moves(Tx tx, Instant since) {
        return tx
                .query(
                        "SELECT transition, count(*) AS n FROM transition WHERE at > ? GROUP BY transition",
                        row -> Map.entry(row.text("transition"), row.number("n")),
                        since)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The most frequent first. */
    private static String counts(Stream<String> words) {
        Map<String, Long> counts =
                words.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        List<String> texts = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        String shown = texts.stream().limit(MOST).collect(Collectors.joining(", "));
        return texts.size() > MOST ? shown + " and " + (texts.size() - MOST) + " more" : shown;
    }

    private static String health(Status status) {
        List<String> ill = Stream.concat(
                        status.lists().stream()
                                .filter(list -> !list.health().believable())
                                .map(list -> list.list() + " "
                                        + list.health().state().label()),
                        status.resolvers().stream()
                                .filter(resolver -> resolver.state() != ResolverState.HEALTHY)
                                .map(resolver ->
                                        "resolver " + resolver.resolver().value() + " "
                                                + resolver.state().label()))
                .toList();
        return ill.isEmpty()
                ? "All " + status.lists().size() + " lists and all resolvers are healthy."
                : "In trouble: " + ill.stream().limit(MOST).collect(Collectors.joining(", "))
                        + (ill.size() > MOST ? " and " + (ill.size() - MOST) + " more." : ".");
    }

    private static Stream<String> budgets(Status status) {
        return status.lists().stream()
                .filter(list -> list.daily().limited())
                .sorted(Comparator.comparingDouble(DigestText::usedPart).reversed())
                .limit(MOST)
                .map(list -> "Budget of " + list.list() + ": " + list.daily().used() + " of "
                        + list.daily().limit() + " questions of a day used.");
    }

    private static double usedPart(ListStatus list) {
        return list.daily().used() / (double) list.daily().limit();
    }
}
