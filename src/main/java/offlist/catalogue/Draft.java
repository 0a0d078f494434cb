package offlist.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import offlist.yaml.Problems;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlNode;

/** A catalogue while its files are being read: entries with the place they were read from. */
final class Draft {

    /**
     * Something that was read, and where, for a later complaint.
     *
     * @param own from a file beside the shipped ones
     * @param sound nothing was wrong with the entry by itself
     */
    record Placed<T>(T value, YamlNode where, Problems problems, boolean own, boolean sound) {

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

    /** Adds what stands in one file; an entry of an own file may take the place of a shipped one. */
    void addFile(YamlMap file, boolean own) {
        String operator = file.text("operator", "");
        putAll(lists, file.maps("lists"), entry -> ListReader.file(entry, operator, own), Draft::id, own);
        putAll(sublists, file.maps("sublists"), PartsReader::sublist, Sublist::id, own);
        putAll(closed, file.maps("closed"), entry -> PartsReader.closed(entry, operator), ClosedList::id, own);
        putAll(privateLists, file.maps("private"), PartsReader::privateList, PrivateList::id, own);
        file.map("reasons")
                .ifPresent(section ->
                        section.keys().forEach(key -> reasons.put(key, PartsReader.reason(section, key))));
        file.map("sources").ifPresent(section -> section.keys().forEach(key -> sources.put(key, section.text(key))));
        file.done();
    }

    Catalogue finish() {
        return new Catalogue(
                values(lists), values(sublists), values(closed), values(privateLists), reasons.values(), sources);
    }

    private static <T> void putAll(
            Map<String, Placed<T>> into,
            List<YamlMap> entries,
            Function<YamlMap, Optional<T>> reader,
            Function<T, String> id,
            boolean own) {
        for (YamlMap entry : entries) {
            Problems problems = entry.problems();
            int before = problems.count();
            Optional<T> value = reader.apply(entry);
            boolean sound = problems.count() == before;
            value.ifPresent(read -> put(into, id.apply(read), new Placed<>(read, entry, problems, own, sound)));
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
