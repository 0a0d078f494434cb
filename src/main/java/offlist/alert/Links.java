package offlist.alert;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where the daemon's pages are, as people reach them.
 *
 * @param pages empty when the operator has not said it; then messages have no links to us
 */
public record Links(Optional<URI> pages) {
    /** How the incidents of overdue removal tasks begin; the rest is the task's id. */
    private static final String TASKS = AlertKind.REMOVAL_TASK.label() + "/";

    public static final Links NONE = new Links(Optional.empty());

    /** The start page, with everything that is open. */
    public Optional<URI> start() {
        return pages.map(base -> under(base, ""));
    }

    /** The page with the state of what an item is about, its removal task among it. */
    public Optional<URI> of(Item item) {
        return switch (item) {
            case Item.OnList onList ->
                page("addresses", onList.listing().target().text());
            case Item.ListState state -> page("lists", state.list().value());
            case Item.ResolverState state -> start();
            case Item.Notice notice -> of(notice);
        };
    }

    private Optional<URI> of(Item.Notice notice) {
        return notice.incident().startsWith(TASKS)
                ? page("tasks", notice.incident().substring(TASKS.length()))
                : start();
    }

    /** Where an incident can be acknowledged and silenced. */
    public Optional<URI> incident(Item item) {
        return page("incidents", item.incident());
    }

    private Optional<URI> page(String folder, String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return pages.map(base -> under(base, folder + "/" + encoded));
    }

    private static URI under(URI base, String path) {
        String text = base.toASCIIString();
        return URI.create((text.endsWith("/") ? text : text + "/") + path);
    }
}
