package offlist.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lists a refusal is about: those the rule knows it is about, those that stand where the rule expects the list, else all that
 * the text names.
 *
 * @param unknown a zone where the rule expects the list, which nobody knows
 */
record ListsMeant(List<Named> lists, Optional<String> unknown) {
    private static final int LONGEST = 120;

    ListsMeant {
        lists = List.copyOf(lists);
    }

    static ListsMeant of(Match match, List<Named> named, ListNames names) {
        List<String> keys = match.marks();
        if (!keys.isEmpty()) {
            List<Named> lists = new ArrayList<>();
            keys.forEach(key -> lists.addAll(finest(key, named, names)));
            return new ListsMeant(lists, Optional.empty());
        }
        if (match.list().isEmpty()) {
            return new ListsMeant(named, Optional.empty());
        }
        Match.Place place = match.list().get();
        List<Named> there = named.stream()
                .filter(list -> list.from() < place.to() && list.to() > place.from())
                .toList();
        return there.isEmpty()
                ? new ListsMeant(named, Optional.of(shown(place.text())))
                : new ListsMeant(there, Optional.empty());
    }

    /** What the text names of this operator, else the operator. */
    private static List<Named> finest(String key, List<Named> named, ListNames names) {
        List<Named> there =
                named.stream().filter(list -> list.key().equals(key)).toList();
        return there.isEmpty() ? List.of(names.general(key)) : there;
    }

    private static String shown(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return cut.replaceAll("^[\\s\"'(<\\[]{1,5}|[\\s\"'.,;:)>\\]]{1,5}$", "");
    }

    /** Whether a public list is behind it, as far as anybody can tell. */
    boolean anyPublic() {
        return !lists.isEmpty()
                || unknown.filter(name -> name.matches("[A-Za-z0-9_-]{1,63}(?:\\.[A-Za-z0-9_-]{1,63}){1,9}"))
                        .isPresent();
    }

    boolean only(Mark.Kind kind) {
        return !lists.isEmpty() && lists.stream().allMatch(list -> list.kind() == kind);
    }

    /** Whether all of them are gone, so that none can list anybody. */
    boolean allClosed() {
        return !lists.isEmpty() && unknown.isEmpty() && lists.stream().allMatch(Named::closed);
    }
}
