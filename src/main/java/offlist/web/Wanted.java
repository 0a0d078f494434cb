package offlist.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import offlist.catalogue.ChosenList;
import offlist.catalogue.DnsList;
import offlist.catalogue.ListId;
import offlist.catalogue.NotAsked;
import offlist.catalogue.Selection;
import offlist.pool.PoolName;
import offlist.pool.PoolSettings;
import offlist.pool.Target;
import offlist.web.Problem.Kind;
import offlist.yaml.Nearest;
import org.jspecify.annotations.Nullable;

/** Reads what a request names; what means nothing becomes a problem that says what was probably meant. */
final class Wanted {
    static final int DEFAULT_LIMIT = 100;
    static final int HIGHEST_LIMIT = 1000;

    private static final int LONGEST_ECHO = 100;
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Setup setup;

    Wanted(Setup setup) {
        this.setup = setup;
    }

    static Target target(String text) {
        try {
            return Target.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Kind.BAD_ADDRESS, shown(text) + " is neither an IP address nor a domain name");
        }
    }

    static Optional<Target> target(Optional<String> text) {
        return text.map(Wanted::target);
    }

    /** A list of the catalogue or of the user's own. */
    DnsList list(String text) {
        Selection selection = setup.selection();
        Optional<DnsList> known = ListId.parse(text).flatMap(selection.catalogue()::list);
        return known.orElseThrow(() -> new ProblemException(Kind.UNKNOWN_LIST, unknownList(text, selection)));
    }

    Optional<ListId> list(Optional<String> text) {
        return text.map(this::list).map(DnsList::id);
    }

    /**
     * A list, or a receiver that judges for itself: a private list of the catalogue, or the domain of its recipients.
     */
    Optional<ListId> listOrReceiver(Optional<String> text) {
        return text.map(given -> ListId.parse(given)
                .filter(this::receiver)
                .orElseGet(() -> list(given).id()));
    }

    private boolean receiver(ListId id) {
        return id.value().indexOf('.') >= 0
                || setup.selection().catalogue().privateList(id.value()).isPresent();
    }

    /** A list that is asked; of another one it says why it is not. */
    ChosenList asked(String text) {
        DnsList list = list(text);
        Selection selection = setup.selection();
        return selection
                .asked(list.id())
                .orElseThrow(() -> new ProblemException(Kind.LIST_NOT_ASKED, notAsked(list, selection)));
    }

    /** The reasons that a listing can have, those of the user's own lists too. */
    List<String> reasons() {
        return List.copyOf(setup.selection().catalogue().reasonKeys());
    }

    PoolSettings pool(String text) {
        return setup.pools().stream()
                .filter(pool -> pool.name().value().equals(text))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Kind.UNKNOWN_POOL, unknownPool(text)));
    }

    Optional<PoolName> pool(Optional<String> text) {
        return text.map(this::pool).map(PoolSettings::name);
    }

    static Optional<Boolean> flag(String name, Optional<String> text) {
        return text.map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, value, "true or false");
        });
    }

    static Optional<Instant> time(String name, Optional<String> text) {
        return text.map(value -> {
            try {
                return OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeException e) {
                throw wrong(name, value, "a time as in RFC 3339, such as 2026-11-22T12:00:00Z");
            }
        });
    }

    static int limit(Optional<String> text) {
        try {
            int limit = text.map(Integer::parseInt).orElse(DEFAULT_LIMIT);
            if (limit >= 1 && limit <= HIGHEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one complaint below.
        }
        throw wrong("limit", text.orElse(""), "a number from 1 to " + HIGHEST_LIMIT);
    }

    static Optional<String> cursor(Optional<String> text) {
        text.filter(value -> !CURSOR.matcher(value).matches()).ifPresent(value -> {
            throw new ProblemException(
                    Kind.BAD_CURSOR, shown(value) + " is no cursor; take it from `next` of the page before");
        });
        return text;
    }

    /** A misspelt or doubled filter would quietly answer with too much, so it is a problem. */
    static void onlyKnown(Map<String, List<String>> given, String... names) {
        List<String> known = List.of(names);
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                String rest = known.isEmpty() ? "; there are none here" : Nearest.hint(name, known);
                throw new ProblemException(Kind.BAD_PARAMETER, "unknown parameter " + shown(name) + rest);
            }
            if (values.size() > 1) {
                throw new ProblemException(Kind.BAD_PARAMETER, "`" + name + "` is there " + values.size() + " times");
            }
        });
    }

    static ProblemException wrong(String name, String value, String wanted) {
        return new ProblemException(Kind.BAD_PARAMETER, "`" + name + "` is " + wanted + ", not " + shown(value));
    }

    /** An empty parameter is one that is not there. */
    static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    static String needed(String name, @Nullable String value) {
        return given(value).orElseThrow(() -> new ProblemException(Kind.BAD_PARAMETER, "`" + name + "` is missing"));
    }

    /** What a stranger sent, short and without anything that moves a cursor. */
    static String shown(String text) {
        String clean = text.replaceAll("\\p{C}", "?");
        return "`" + (clean.length() > LONGEST_ECHO ? clean.substring(0, LONGEST_ECHO) + "…" : clean) + "`";
    }

    private String unknownPool(String text) {
        List<String> names =
                setup.pools().stream().map(pool -> pool.name().value()).toList();
        return "there is no pool " + shown(text) + Nearest.hint(text, names);
    }

    private static String unknownList(String text, Selection selection) {
        String closed = selection
                .catalogue()
                .closed(text)
                .map(list -> ": " + list.closure())
                .orElse("");
        if (!closed.isEmpty()) {
            return shown(text) + " must not be asked any more" + closed;
        }
        return "there is no list " + shown(text)
                + selection
                        .catalogue()
                        .nearest(text)
                        .map(near -> ", did you mean `" + near + "`?")
                        .orElse("");
    }

    private static String notAsked(DnsList list, Selection selection) {
        String why = selection.notAsked(list.id()).map(NotAsked::words).orElse("it is not in use");
        return "`" + list.id() + "` is not asked: " + why;
    }
}
