package offlist.metrics;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import offlist.catalogue.ChosenList;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.ListType;
import offlist.track.ListStatus;
import offlist.track.Status;

/**
 * Which kinds of targets can be called clean: those that at least one blocking list in good health has been asked about for a
 * whole turn. For all others nobody can tell, and that is not clean.
 */
record Coverage(Set<Kind> kinds) {
    static Coverage of(Status status, Asked asked) {
        Map<ListId, ChosenList> lists =
                asked.lists().stream().collect(Collectors.toMap(ChosenList::id, Function.identity(), (a, b) -> a));
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (ListStatus list : status.lists()) {
            ChosenList known = lists.get(list.list());
            if (known != null && known.list().type() == ListType.BLOCK && answers(list)) {
                kinds.addAll(known.list().kinds());
            }
        }
        return new Coverage(kinds);
    }

    String state(Kind kind) {
        return kinds.contains(kind) ? "clean" : "unknown";
    }

    private static boolean answers(ListStatus list) {
        return list.health().believable() && list.oldestAnswer().isPresent();
    }
}
