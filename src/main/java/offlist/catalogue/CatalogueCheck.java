package offlist.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import offlist.catalogue.Draft.Placed;
import offlist.yaml.Nearest;

/** What can be seen only when all files are read: every name that is used exists, and relations hold both ways. */
final class CatalogueCheck {

    private static final Set<String> NO_LIST =
            Set.of("receiver", "public-lists", "reverse-dns", "rate", "content", "dmarc");

    private final Draft draft;

    private CatalogueCheck(Draft draft) {
        this.draft = draft;
    }

    static void check(Draft draft) {
        CatalogueCheck check = new CatalogueCheck(draft);
        draft.checked(draft.lists).forEach(check::list);
        draft.checked(draft.sublists).forEach(check::sublist);
        draft.checked(draft.closed).forEach(check::closed);
        draft.checked(draft.privateLists).forEach(check::privateList);
        draft.lists.values().stream().filter(placed -> !placed.own()).forEach(check::broken);
        check.zonesAreUnique();
    }

    /** A replacement must not lose what a shipped list that stays relies on. */
    private void broken(Placed<DnsList> stays) {
        DnsList list = stays.value();
        list.combines().forEach(part -> needs(part, "part-of", list.id(), DnsList::partOf));
        list.partOf().forEach(whole -> needs(whole, "combines", list.id(), DnsList::combines));
    }

    private void needs(ListId id, String relation, ListId other, Function<DnsList, List<ListId>> relations) {
        Placed<DnsList> placed = draft.lists.get(id.value());
        if (placed != null && placed.own() && !relations.apply(placed.value()).contains(other)) {
            placed.problem("`" + relation + "` lacks `" + other + "`, as the shipped `" + other + "` counts on it");
        }
    }

    private void list(Placed<DnsList> placed) {
        DnsList list = placed.value();
        list.codes().forEach(code -> code(placed, code));
        list.combines().forEach(part -> related(placed, part, "combines", "part-of", DnsList::partOf));
        list.partOf().forEach(whole -> related(placed, whole, "part-of", "combines", DnsList::combines));
        list.replaces().forEach(other -> known(placed, draft.lists.keySet(), "list", other.value()));
        sources(placed, list.sources());
        if (placed.sound()) {
            new TestPointsCheck(placed).check();
        }
    }

    private void code(Placed<DnsList> placed, ReturnCode code) {
        known(placed, draft.reasons.keySet(), "reason", code.reason());
        Optional<RemovalProcedure> component = code.sublist().flatMap(this::removalOf);
        if (code.sublist().isPresent() && component.isEmpty()) {
            Set<String> components = new HashSet<>(draft.sublists.keySet());
            components.addAll(draft.lists.keySet());
            known(placed, components, "sublist", code.sublist().get());
        }
        if (code.effect() == Effect.LISTED
                && component.orElse(placed.value().removal()).seeSublist()) {
            placed.problem("the code " + code.label() + " names no sublist with a removal procedure");
        }
    }

    private Optional<RemovalProcedure> removalOf(String component) {
        Placed<Sublist> sublist = draft.sublists.get(component);
        Placed<DnsList> list = draft.lists.get(component);
        return sublist != null
                ? Optional.of(sublist.value().removal())
                : Optional.ofNullable(list).map(Placed::value).map(DnsList::removal);
    }

    private void related(
            Placed<DnsList> placed,
            ListId other,
            String relation,
            String reverse,
            Function<DnsList, List<ListId>> back) {
        Placed<DnsList> target = draft.lists.get(other.value());
        if (target == null) {
            known(placed, draft.lists.keySet(), "list", other.value());
        } else if (!back.apply(target.value()).contains(placed.value().id())) {
            placed.problem(relation + " " + other + ", but " + other + " has no such `" + reverse + "`");
        }
    }

    private void sublist(Placed<Sublist> placed) {
        known(placed, draft.reasons.keySet(), "reason", placed.value().reason());
        placed.value().lists().forEach(list -> known(placed, draft.lists.keySet(), "list", list.value()));
        sources(placed, placed.value().sources());
    }

    private void closed(Placed<ClosedList> placed) {
        if (draft.lists.containsKey(placed.value().id())) {
            placed.problem("`" + placed.value().id() + "` is the id of a live list");
        }
        sources(placed, placed.value().sources());
    }

    private void privateList(Placed<PrivateList> placed) {
        Set<String> targets = new HashSet<>(draft.lists.keySet());
        targets.addAll(draft.privateLists.keySet());
        targets.addAll(NO_LIST);
        placed.value().pointers().forEach(pointer -> known(placed, targets, "list", pointer.pointsTo()));
        sources(placed, placed.value().sources());
    }

    /** Shipped ones first, so that the complaint is about the operator's own. */
    private void zonesAreUnique() {
        Map<String, String> owners = new HashMap<>();
        for (boolean own : new boolean[] {false, true}) {
            draft.closed.values().stream()
                    .filter(placed -> placed.own() == own)
                    .forEach(placed -> placed.value()
                            .zones()
                            .forEach(zone ->
                                    owner(owners, placed, zone, placed.value().id())));
            draft.lists.values().stream()
                    .filter(placed -> placed.own() == own)
                    .forEach(placed -> owner(
                            owners,
                            placed,
                            placed.value().zone().display(),
                            placed.value().id().value()));
        }
    }

    private static void owner(Map<String, String> owners, Placed<?> placed, String zone, String id) {
        String before = owners.putIfAbsent(zone, id);
        if (before != null) {
            placed.problem("the zone " + zone + " belongs to `" + before + "` already");
        }
    }

    private void sources(Placed<?> placed, List<String> keys) {
        keys.forEach(key -> known(placed, draft.sources.keySet(), "source", key));
    }

    private static void known(Placed<?> placed, Collection<String> all, String what, String name) {
        if (!all.contains(name)) {
            placed.problem("unknown " + what + " `" + name + "`" + Nearest.hint(name, all));
        }
    }
}
