package offlist.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import offlist.yaml.Problems;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlNode;
import offlist.yaml.YamlText;

/** A catalogue while its files are being read: entries with the place they were read from. */
final class Draft {

    /**
     * Something that was read, and where, for a later complaint.
     *
     * @param own from a file beside the shipped ones
     * @param sound nothing was wrong with the entry by itself
     * @param file the name of the file, for people
     */
    record Placed<T>(T value, YamlNode where, Problems problems, boolean own, boolean sound, String file) {

        void problem(String message) {
            problems.add(where, message);
        }
    }

    final Map<String, Placed<DnsList>> lists = new LinkedHashMap<>();
    final Map<String, Placed<Sublist>> sublists = new LinkedHashMap<>();
    final Map<String, Placed<ClosedList>> closed = new LinkedHashMap<>();
    final Map<String, Placed<PrivateList>> privateLists = new LinkedHashMap<>();
    final Map<String, Reason> reasons = new LinkedHashMap<>();
    final Map<String, String> sources = new LinkedHashMap<>();

    private final Set<String> ownReasons = new HashSet<>();
    private final Optional<Catalogue> base;

    private Draft(Optional<Catalogue> base) {
        this.base = base;
    }

    /** Nothing yet: the files that are read make up the whole catalogue. */
    static Draft empty() {
        return new Draft(Optional.empty());
    }

    /** All of a sound catalogue, to which files of the operator's own add. */
    static Draft over(Catalogue base) {
        Draft draft = new Draft(Optional.of(base));
        base.lists().forEach(list -> draft.lists.put(id(list), shipped(list, base.file(list.id()))));
        base.sublists().forEach(list -> draft.sublists.put(list.id(), shipped(list, "")));
        base.closed().forEach(list -> draft.closed.put(list.id(), shipped(list, "")));
        base.privateLists().forEach(list -> draft.privateLists.put(list.id(), shipped(list, "")));
        base.reasons().forEach(reason -> draft.reasons.put(reason.key(), reason));
        draft.sources.putAll(base.sources());
        return draft;
    }

    /** Nothing is wrong with it by itself; what its replacement breaks is said at the replacement. */
    private static <T> Placed<T> shipped(T value, String file) {
        return new Placed<>(value, YamlText.given("", ""), new Problems(), false, true, file);
    }

    /** The entries that are to be checked: all of them, or the operator's own. */
    <T> List<Placed<T>> checked(Map<String, Placed<T>> all) {
        return all.values().stream()
                .filter(placed -> base.isEmpty() || placed.own())
                .toList();
    }

    boolean ships(String id) {
        return base.isPresent() && ListId.parse(id).flatMap(base.get()::list).isPresent();
    }

    /** Whether the base has something of that id, be it alive or closed. */
    boolean knew(String id) {
        return base.filter(known -> ships(id)
                        || known.sublist(id).isPresent()
                        || known.closed().stream().anyMatch(list -> list.id().equals(id))
                        || known.privateList(id).isPresent())
                .isPresent();
    }

    /** Adds what stands in one file; an entry of an own file may take the place of a shipped one. */
    void addFile(YamlMap file, String name, boolean own) {
        String operator = file.text("operator", "");
        putAll(lists, file, "lists", entry -> list(entry, operator, own), Draft::id, name, own);
        putAll(sublists, file, "sublists", PartsReader::sublist, Sublist::id, name, own);
        putAll(closed, file, "closed", entry -> PartsReader.closed(entry, operator), ClosedList::id, name, own);
        putAll(privateLists, file, "private", PartsReader::privateList, PrivateList::id, name, own);
        file.map("reasons").ifPresent(section -> section.keys().forEach(key -> reason(section, key, own)));
        file.map("sources").ifPresent(section -> section.keys().forEach(key -> sources.put(key, section.text(key))));
        file.done();
    }

    private Optional<DnsList> list(YamlMap entry, String operator, boolean own) {
        if (!own) {
            return ListReader.shipped(entry, operator);
        }
        return ships(entry.text("id", ""))
                ? ListReader.replacement(entry, operator)
                : ListReader.addition(entry, operator);
    }

    private void reason(YamlMap section, String key, boolean own) {
        reasons.put(key, PartsReader.reason(section, key));
        if (own && !ownReasons.add(key)) {
            section.problem(key, "the reason `" + key + "` is there twice");
        }
    }

    /**
     * What the operator says is closed is asked no more; what the operator describes as alive is closed no more. Gives the
     * ids of the shipped lists that are withdrawn.
     */
    List<String> settle() {
        List<String> ids = lists.values().stream()
                .filter(list ->
                        !list.own() && checked(closed).stream().anyMatch(end -> ends(end.value(), list.value())))
                .map(list -> id(list.value()))
                .toList();
        ids.forEach(lists::remove);
        checked(lists).forEach(list -> revive(list.value()));
        return ids;
    }

    private static boolean ends(ClosedList end, DnsList list) {
        return end.id().equals(id(list)) || end.serves(list.zone().display());
    }

    private void revive(DnsList list) {
        closed.values().removeIf(end -> !end.own() && end.value().id().equals(id(list)));
        closed.replaceAll((id, end) ->
                end.own() ? end : shipped(end.value().without(list.zone().display()), ""));
        closed.values().removeIf(end -> !end.own() && end.value().zones().isEmpty());
    }

    Catalogue finish() {
        Map<ListId, String> files = new HashMap<>();
        lists.values().forEach(list -> files.put(list.value().id(), list.file()));
        return new Catalogue(
                values(lists),
                values(sublists),
                values(closed),
                values(privateLists),
                reasons.values(),
                sources,
                files);
    }

    private static <T> void putAll(
            Map<String, Placed<T>> into,
            YamlMap file,
            String section,
            Function<YamlMap, Optional<T>> reader,
            Function<T, String> id,
            String name,
            boolean own) {
        List<YamlMap> entries = file.maps(section);
        for (YamlMap entry : entries) {
            Problems problems = entry.problems();
            int before = problems.count();
            Optional<T> value = reader.apply(entry);
            boolean sound = problems.count() == before;
            value.ifPresent(read -> put(into, id.apply(read), new Placed<>(read, entry, problems, own, sound, name)));
        }
    }

    /** An own entry takes the place of a shipped one; two of the same kind are a mistake. */
    private static <T> void put(Map<String, Placed<T>> into, String id, Placed<T> placed) {
        Placed<T> before = into.put(id, placed);
        if (before != null && before.own() == placed.own()) {
            placed.problem("the id `" + id + "` is there twice");
        }
    }

    private static String id(DnsList list) {
        return list.id().value();
    }

    private static <T> List<T> values(Map<String, Placed<T>> placed) {
        return placed.values().stream().map(Placed::value).toList();
    }
}
