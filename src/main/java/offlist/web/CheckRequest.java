package offlist.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to check now.
 *
 * @param targets addresses or domain names
 * @param lists ids of lists; all that are asked when it is absent
 */
public record CheckRequest(
        @Nullable List<@Nullable String> targets, @Nullable List<@Nullable String> lists) {}
