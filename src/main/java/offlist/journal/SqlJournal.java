package offlist.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import offlist.catalogue.ListId;
import offlist.pool.Pool;
import offlist.pool.PoolCollector;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.store.Database;
import offlist.store.Row;
import offlist.store.Tx;
import offlist.track.Event;
import offlist.track.EventJson;
import offlist.track.Listing;
import offlist.track.Transition;
import org.jspecify.annotations.Nullable;

/** The journal in the store. */
public final class SqlJournal implements Journal {
    private static final String TRANSITIONS = """
            SELECT t.id AS transition_id, t.at, t.transition, t.codes AS then_codes, t.text AS then_text, t.because, t.evidence,
                   l.* FROM transition t JOIN listing l ON l.id = t.listing\s""";

    /** A million rows at once would fill the memory, on PostgreSQL whatever one does with them. */
    private static final int PAGE = 10_000;

    private static final String MEMBERS =
            "SELECT address, pools FROM member WHERE address > ? ORDER BY address LIMIT ?";

    private final Database database;

    public SqlJournal(Database database) {
        this.database = database;
    }

    @Override
    public void commit(List<? extends Event> events) {
        database.transact(tx -> new EventWriter(tx).write(events));
    }

    @Override
    public List<Listing> openListings() {
        return database.query(
                "SELECT * FROM listing WHERE closed_at IS NULL ORDER BY opened_at, id", ListingRow::listing);
    }

    @Override
    public Pool members() {
        PoolCollector collector = new PoolCollector();
        Map<String, SortedSet<PoolName>> pools = new HashMap<>();
        String last = "";
        List<Member> page;
        do {
            page = database.query(MEMBERS, SqlJournal::member, last, PAGE);
            page.forEach(member -> collector.add(
                    Target.parse(member.address()), pools.computeIfAbsent(member.pools(), EventJson::poolsOf)));
            last = page.isEmpty() ? last : page.getLast().address();
        } while (page.size() == PAGE);
        return collector.pool();
    }

    private record Member(String address, String pools) {}

    private static Member member(Row row) {
        return new Member(row.text("address"), row.text("pools"));
    }

    @Override
    public List<KnownHealth> health() {
        return database.query(
                "SELECT subject, state, since FROM health",
                row -> new KnownHealth(row.text("subject"), row.text("state"), row.time("since")));
    }

    @Override
    public Optional<Listing> listing(String id) {
        return database.query("SELECT * FROM listing WHERE id = ?", ListingRow::listing, id).stream()
                .findFirst();
    }

    /** The open listing of a target on a list. It is not closed before the transaction has ended. */
    public static Optional<Listing> hold(Tx tx, Target target, ListId list) {
        String open = " WHERE address = ? AND list = ? AND closed_at IS NULL";
        tx.execute("UPDATE listing SET text = text" + open, target.text(), list);
        return tx.first("SELECT * FROM listing" + open + " ORDER BY id DESC", ListingRow::listing, target.text(), list);
    }

    @Override
    public List<Listing> listings(ListingFilter filter, Optional<String> cursor, int limit) {
        List<@Nullable Object> parameters = new ArrayList<>();
        StringBuilder where = new StringBuilder(" WHERE 1 = 1");
        filter.open().ifPresent(open -> where.append(open ? " AND closed_at IS NULL" : " AND closed_at IS NOT NULL"));
        filter.list().ifPresent(list -> and(where, parameters, "list = ?", list));
        filter.target().ifPresent(target -> and(where, parameters, "address = ?", target.text()));
        filter.incident().ifPresent(incident -> and(where, parameters, "incident = ?", incident));
        filter.pool()
                .ifPresent(pool -> and(where, parameters, "',' || pools || ',' LIKE ? ESCAPE '!'", part(pool.value())));
        cursor.ifPresent(id -> and(where, parameters, "id < ?", id));
        parameters.add(limit);
        return database.query(
                "SELECT * FROM listing" + where + " ORDER BY id DESC LIMIT ?",
                ListingRow::listing,
                parameters.toArray());
    }

    /** An underscore in a pool's name stands for itself. */
    private static String part(String pool) {
        return "%," + pool.replace("_", "!_") + ",%";
    }

    private static void and(StringBuilder where, List<@Nullable Object> parameters, String condition, Object value) {
        where.append(" AND ").append(condition);
        parameters.add(value);
    }

    @Override
    public List<Transition> transitions(Instant since, Optional<String> cursor, int limit) {
        return database.query(
                TRANSITIONS + "WHERE t.at >= ? AND t.id > ? ORDER BY t.id LIMIT ?",
                ListingRow::transition,
                since,
                cursor.orElse(""),
                limit);
    }

    @Override
    public List<Transition> latest(int limit) {
        return database.query(TRANSITIONS + "ORDER BY t.id DESC LIMIT ?", ListingRow::transition, limit);
    }

    @Override
    public List<Transition> delistings(Instant since) {
        return database.query(
                TRANSITIONS
                        + "WHERE t.at >= ? AND t.transition = 'closed' AND t.because = 'delisted' ORDER BY t.at, t.id",
                ListingRow::transition,
                since);
    }

    @Override
    public List<Transition> history(Target target, int limit) {
        return database.query(
                TRANSITIONS + "WHERE t.address = ? ORDER BY t.id DESC LIMIT ?",
                ListingRow::transition,
                target.text(),
                limit);
    }
}
