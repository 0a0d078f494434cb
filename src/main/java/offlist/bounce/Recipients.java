package offlist.bounce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import offlist.catalogue.ListId;
import offlist.store.Database;
import org.jspecify.annotations.Nullable;

/** Who refuses us: domains of recipients, or the operators of their mail servers. Threads may share it. */
public final class Recipients {
    private static final int MOST_ROWS = 20_000;

    private final Database database;

    /** Of this store. */
    public Recipients(Database database) {
        this.database = database;
    }

    /** By what refusals are put together. */
    public enum By {
        DOMAIN,
        MX
    }

    /**
     * Those who refuse us together.
     *
     * @param name the domain, or the {@link MxGroup}
     * @param domains of recipients
     * @param mx the groups of the servers that refused, where that is told
     * @param addresses of ours that were refused, as far as that is told
     * @param classes what it was about
     */
    public record Group(
            String name,
            SortedSet<String> domains,
            SortedSet<String> mx,
            SortedSet<String> addresses,
            SortedSet<String> classes,
            long refusals,
            Instant first,
            Instant last) {}

    private record Line(
            String domain,
            Optional<String> mx,
            Optional<String> address,
            String refusalClass,
            long refusals,
            Instant first,
            Instant last) {}

    /**
     * What was seen since then about our addresses, the most refusals first.
     *
     * @param list only refusals that name it: who goes by this list
     */
    public List<Group> since(Instant since, By by, Optional<ListId> list) {
        Map<String, List<Line>> groups = new TreeMap<>();
        for (Line line : lines(since, list)) {
            String name = by == By.DOMAIN ? line.domain() : line.mx().orElse(line.domain());
            groups.computeIfAbsent(name, key -> new ArrayList<>()).add(line);
        }
        return groups.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingLong(Group::refusals).reversed())
                .toList();
    }

    private List<Line> lines(Instant since, Optional<ListId> list) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(since));
        list.ifPresent(parameters::add);
        return database.query(
                "SELECT domain, mta, address, class, count(*) AS n, min(seen_at) AS first, max(seen_at) AS last FROM refusal"
                        + " WHERE seen_at >= ? AND relevant AND domain IS NOT NULL"
                        + (list.isPresent() ? " AND id IN (SELECT refusal FROM refusal_list WHERE list = ?)" : "")
                        + " GROUP BY domain, mta, address, class ORDER BY n DESC LIMIT " + MOST_ROWS,
                row -> new Line(
                        row.text("domain"),
                        row.optionalText("mta").map(MxGroup::of),
                        row.optionalText("address"),
                        row.text("class"),
                        row.number("n"),
                        row.time("first"),
                        row.time("last")),
                parameters.toArray());
    }

    private static Group group(String name, List<Line> lines) {
        return new Group(
                name,
                all(lines, line -> Optional.of(line.domain())),
                all(lines, Line::mx),
                all(lines, Line::address),
                all(lines, line -> Optional.of(line.refusalClass())),
                lines.stream().mapToLong(Line::refusals).sum(),
                lines.stream().map(Line::first).min(Comparator.naturalOrder()).orElseThrow(),
                lines.stream().map(Line::last).max(Comparator.naturalOrder()).orElseThrow());
    }

    private static SortedSet<String> all(List<Line> lines, Function<Line, Optional<String>> part) {
        return lines.stream().flatMap(line -> part.apply(line).stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
