package offlist.delist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.pool.PoolName;
import offlist.pool.Target;
import org.jspecify.annotations.Nullable;

/** Conditions on tasks and what stands for their question marks. */
final class Where {
    private final StringBuilder text = new StringBuilder(" WHERE TRUE");
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /** What is empty does not restrict. */
    Where(Optional<ListId> list, Optional<PoolName> pool, Optional<Target> target) {
        list.ifPresent(id -> and("list = ?", id));
        pool.ifPresent(name -> and("',' || pools || ',' LIKE ? ESCAPE '!'", part(name)));
        target.ifPresent(of -> and("id IN (SELECT task FROM removal_member WHERE address = ?)", of.text()));
    }

    /** An underscore in a pool's name stands for itself. */
    private static String part(PoolName pool) {
        return "%," + pool.value().replace("_", "!_") + ",%";
    }

    void and(String condition, Object... values) {
        text.append(" AND ").append(condition);
        parameters.addAll(List.of(values));
    }

    /** One of several values. */
    void in(String column, List<String> values) {
        and(column + " IN (" + marks(values.size()) + ")", values.toArray());
    }

    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /** The parameters, and some more for what comes after the conditions. */
    @Nullable
    Object[] with(Object... more) {
        List<@Nullable Object> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return all.toArray();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
