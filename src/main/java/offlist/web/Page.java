package offlist.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a collection.
 *
 * @param next the cursor of the part after this one, absent in the last
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    /** Of one row more than wanted, which tells whether there is another page. */
    static <R, T> Page<T> of(List<R> rows, int limit, Function<R, String> id, Function<R, T> view) {
        List<R> shown = rows.subList(0, Math.min(limit, rows.size()));
        String next = rows.size() > limit ? id.apply(shown.getLast()) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
