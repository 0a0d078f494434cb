package offlist.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import offlist.catalogue.Draft.Placed;

/**
 * What a directory of the operator's own catalogue files makes of the shipped catalogue.
 *
 * @param catalogue both together
 * @param files that were read
 * @param added ids that the shipped catalogue does not have
 * @param replaced ids of shipped entries that stand otherwise here
 * @param withdrawn ids of shipped lists that are closed here
 */
public record FurtherFiles(
        Path directory,
        Catalogue catalogue,
        List<Path> files,
        List<String> added,
        List<String> replaced,
        List<String> withdrawn) {

    /** Copies the lists. */
    public FurtherFiles {
        files = List.copyOf(files);
        added = List.copyOf(added);
        replaced = List.copyOf(replaced);
        withdrawn = List.copyOf(withdrawn);
    }

    static FurtherFiles of(Path directory, List<Path> files, Draft draft, List<String> withdrawn) {
        List<String> own = Stream.of(
                        own(draft.lists.values(), list -> list.id().value()),
                        own(draft.sublists.values(), Sublist::id),
                        own(draft.closed.values(), ClosedList::id),
                        own(draft.privateLists.values(), PrivateList::id))
                .flatMap(List::stream)
                .filter(id -> !withdrawn.contains(id))
                .distinct()
                .toList();
        return new FurtherFiles(
                directory,
                draft.finish(),
                files,
                own.stream().filter(id -> !draft.knew(id)).toList(),
                own.stream().filter(draft::knew).toList(),
                withdrawn);
    }

    private static <T> List<String> own(Collection<Placed<T>> all, java.util.function.Function<T, String> id) {
        return all.stream()
                .filter(Placed::own)
                .map(placed -> id.apply(placed.value()))
                .toList();
    }

    /** The files that are looked at in a directory now, and the directory itself, to notice when something changes. */
    public static List<Path> watched(Path directory) {
        List<Path> paths = new ArrayList<>(CatalogueDirectory.visible(directory));
        paths.add(directory);
        return paths;
    }

    /** In one line: {@code 2 files; adds house; withdraws psbl}. */
    public String words() {
        StringBuilder words = new StringBuilder(files.size() == 1 ? "1 file" : files.size() + " files");
        append(words, "adds", added);
        append(words, "replaces", replaced);
        append(words, "withdraws", withdrawn);
        return words.toString();
    }

    private static void append(StringBuilder words, String what, List<String> ids) {
        if (!ids.isEmpty()) {
            words.append("; ").append(what).append(' ').append(String.join(", ", ids));
        }
    }
}
