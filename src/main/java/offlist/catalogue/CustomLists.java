package offlist.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import offlist.catalogue.ListChoice.CustomList;
import offlist.yaml.Problems;
import offlist.yaml.YamlText;

/** Puts the user's own lists beside the shipped ones, unless they clash or ask what is closed. */
final class CustomLists {

    private final Catalogue shipped;
    private final Problems problems;

    CustomLists(Catalogue shipped, Problems problems) {
        this.shipped = shipped;
        this.problems = problems;
    }

    Catalogue add(List<CustomList> custom) {
        List<DnsList> own = new ArrayList<>();
        Set<ListId> seen = new HashSet<>();
        for (CustomList entry : custom) {
            if (!seen.add(entry.list().id())) {
                problems.add(at(entry, "id"), "`" + entry.list().id() + "` is there twice");
            } else if (isNew(entry)) {
                own.add(entry.list());
            }
        }
        return shipped.with(own);
    }

    private boolean isNew(CustomList entry) {
        DnsList list = entry.list();
        if (shipped.list(list.id()).isPresent()) {
            problems.add(
                    at(entry, "id"),
                    "`" + list.id()
                            + "` is a list of the catalogue; change it with lists.override, or take another id");
            return false;
        }
        shipped.byZone(list.zone().display())
                .ifPresent(same -> problems.warn(
                        at(entry, "zone"), "the catalogue knows this zone as `" + same.id() + "`, with its codes"));
        shipped.closedZone(list.zone().display()).ifPresent(closed -> complain(entry, closed));
        return true;
    }

    private void complain(CustomList entry, ClosedList closed) {
        YamlText where = at(entry, "zone");
        String message = "the zone " + entry.list().zone() + " is " + closed.closure();
        Optional<ClosedList> harmless = Optional.of(closed).filter(list -> list.ended() == ClosedList.Ended.UNRESOLVED);
        harmless.ifPresentOrElse(list -> problems.warn(where, message), () -> problems.add(where, message));
    }

    private static YamlText at(CustomList entry, String key) {
        YamlText where = entry.where();
        return new YamlText(where.path() + "." + key, where.line(), where.value());
    }
}
