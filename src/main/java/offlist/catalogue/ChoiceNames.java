package offlist.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import offlist.yaml.Labels;
import offlist.yaml.Nearest;
import offlist.yaml.Problems;
import offlist.yaml.Shown;
import offlist.yaml.YamlText;

/** Finds what the user's names mean, and says so when they mean nothing. */
final class ChoiceNames {

    private final Catalogue catalogue;
    private final Problems problems;

    ChoiceNames(Catalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /** The lists behind a profile or an id. */
    List<DnsList> use(YamlText name) {
        Optional<Profile> profile = Labels.find(Profile.class, name.value());
        if (profile.filter(Profile.OFF::equals).isPresent()) {
            problems.add(name, "the lists of the profile `off` are named one by one");
            return List.of();
        }
        return profile.map(catalogue::profile)
                .orElseGet(() -> list(name).map(List::of).orElse(List.of()));
    }

    /** A list by its id. */
    Optional<DnsList> list(YamlText name) {
        Optional<DnsList> found = ListId.parse(name.value()).flatMap(catalogue::list);
        if (found.isEmpty()) {
            problems.add(name, unknown(name.value()));
        }
        return found;
    }

    /** A list that is to be left out; naming a closed one is no mistake. */
    Optional<DnsList> skip(YamlText name) {
        return catalogue.closed(name.value()).isPresent() ? Optional.empty() : list(name);
    }

    /** The lists a key is for. */
    List<DnsList> keyed(YamlText name) {
        List<DnsList> lists = catalogue.lists().stream()
                .filter(list -> takesKey(list, name.value()))
                .toList();
        if (lists.isEmpty()) {
            problems.add(name, unknownKey(name.value()));
        }
        return lists;
    }

    void problem(YamlText where, String message) {
        problems.add(where, message);
    }

    void warn(YamlText where, String message) {
        problems.warn(where, message);
    }

    private static boolean takesKey(DnsList list, String name) {
        return list.access() == Access.KEY
                && (list.id().value().equals(name)
                        || list.relations().keyName().filter(name::equals).isPresent());
    }

    private String unknown(String name) {
        Optional<ClosedList> closed = catalogue.closed(name);
        if (closed.isPresent()) {
            return "the list `" + Shown.text(name) + "` is " + closed.get().closure();
        }
        Optional<DnsList> byZone = catalogue.byZone(name);
        if (byZone.isPresent()) {
            return "this is a zone; the list is called `" + byZone.get().id() + "`";
        }
        if (catalogue.privateList(name).isPresent()) {
            return "`" + name + "` is a private reputation that nobody can ask; it is seen in bounces";
        }
        return "unknown list `" + Shown.text(name) + "`"
                + catalogue
                        .nearest(name)
                        .map(near -> ", did you mean `" + near + "`?")
                        .orElse("");
    }

    private String unknownKey(String name) {
        if (ListId.parse(name).flatMap(catalogue::list).isPresent()) {
            return "`" + name + "` is asked without a key";
        }
        TreeSet<String> names = new TreeSet<>();
        catalogue.lists().stream()
                .filter(list -> list.access() == Access.KEY)
                .forEach(list ->
                        names.add(list.relations().keyName().orElse(list.id().value())));
        return "no list takes the key `" + Shown.text(name) + "`" + Nearest.hint(name, names);
    }
}
