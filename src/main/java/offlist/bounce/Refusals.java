package offlist.bounce;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import offlist.catalogue.ListId;
import offlist.store.Database;
import offlist.store.Row;
import org.jspecify.annotations.Nullable;

/** Where pages and API find refusals. Threads may share it. */
public final class Refusals {
    private static final Duration USUAL = Duration.ofDays(7);

    private final Database database;
    private final InstantSource clock;

    /** Of this store. */
    public Refusals(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A refusal as it is kept.
     *
     * @param body as the API shows it
     * @param asked what the lists that it names said when they were asked because of it
     */
    public record Kept(String id, String body, List<Asked> asked) {
        /** Copies the list. */
        public Kept {
            asked = List.copyOf(asked);
        }
    }

    /**
     * What a list said.
     *
     * @param verdict as in the API of checks; empty while it has not been asked
     */
    public record Asked(ListId list, Optional<Instant> at, Optional<String> verdict) {
        /** The refusal names the list, and the list says that the address is not on it. */
        public boolean disagrees() {
            return verdict.equals(Optional.of("not_listed"));
        }
    }

    /**
     * How one of our addresses fares with the recipients of a domain.
     *
     * @param address empty for refusals whose address is unknown
     */
    public record Impact(
            Optional<String> address,
            String refusalClass,
            Optional<String> operator,
            boolean relevant,
            long refusals,
            Instant first,
            Instant last) {}

    /** Those that match, newest first; a page of {@code limit}, going on after the id {@code cursor}. */
    public List<Kept> find(RefusalFilter filter, Optional<String> cursor, int limit) {
        StringBuilder where = new StringBuilder(" WHERE TRUE");
        List<@Nullable Object> parameters = new ArrayList<>();
        filter.address().ifPresent(a -> and(where, parameters, "address = ?", a.text()));
        filter.domain().ifPresent(d -> and(where, parameters, "domain = ?", d));
        filter.receiver().ifPresent(r -> and(where, parameters, "receiver = ?", r));
        filter.refusalClass().ifPresent(c -> and(where, parameters, "class = ?", c));
        filter.relevant().ifPresent(r -> and(where, parameters, "relevant = ?", r));
        filter.since().ifPresent(s -> and(where, parameters, "seen_at >= ?", s));
        filter.list()
                .ifPresent(l -> and(where, parameters, "id IN (SELECT refusal FROM refusal_list WHERE list = ?)", l));
        cursor.ifPresent(id -> and(where, parameters, "id < ?", id));
        parameters.add(limit);
        return kept("SELECT id, body FROM refusal" + where + " ORDER BY id DESC LIMIT ?", parameters.toArray());
    }

    /** One of them. */
    public Optional<Kept> byId(String id) {
        return kept("SELECT id, body FROM refusal WHERE id = ?", id).stream().findFirst();
    }

    /** Where a refusal is kept that has been read just now, or before. */
    public Optional<Kept> of(Refusal refusal) {
        return kept("SELECT id, body FROM refusal WHERE key = ?", refusal.key()).stream()
                .findFirst();
    }

    /** From when on refusals count when nobody says: seven days ago. */
    public Instant usual() {
        return clock.instant().minus(USUAL);
    }

    /** How our addresses fare with a domain, the most refusals first. */
    public List<Impact> impact(String domain, Instant since) {
        return database.query(
                """
                SELECT address, class, operator, relevant, count(*) AS n, min(seen_at) AS first, max(seen_at) AS last
                FROM refusal WHERE domain = ? AND seen_at >= ?
                GROUP BY address, class, operator, relevant ORDER BY n DESC, address LIMIT 1000""",
                row -> new Impact(
                        row.optionalText("address"),
                        row.text("class"),
                        row.optionalText("operator"),
                        row.flag("relevant"),
                        row.number("n"),
                        row.time("first"),
                        row.time("last")),
                domain,
                since);
    }

    private List<Kept> kept(String sql, @Nullable Object... parameters) {
        List<Bare> rows = database.query(sql, row -> new Bare(row.text("id"), row.text("body")), parameters);
        return rows.stream()
                .map(row -> new Kept(row.id(), row.body(), asked(row.id())))
                .collect(Collectors.toList());
    }

    private List<Asked> asked(String refusal) {
        return database.query(
                "SELECT list, asked_at, verdict FROM refusal_list WHERE refusal = ? ORDER BY list",
                Refusals::asked,
                refusal);
    }

    private static Asked asked(Row row) {
        return new Asked(new ListId(row.text("list")), row.optionalTime("asked_at"), row.optionalText("verdict"));
    }

    private static void and(StringBuilder where, List<@Nullable Object> parameters, String condition, Object value) {
        where.append(" AND ").append(condition);
        parameters.add(value);
    }

    private record Bare(String id, String body) {}
}
