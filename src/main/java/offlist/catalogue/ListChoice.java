package offlist.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import offlist.yaml.Secret;
import offlist.yaml.YamlText;

/**
 * What the user wants of the catalogue. Names keep the place they were written at, for a complaint with a line.
 *
 * @param use profiles or ids
 * @param keys customer's keys by the name of the key or the id of a list
 * @param registered lists whose operator knows this asker
 * @param override settings of single lists
 * @param custom lists of the user's own
 */
public record ListChoice(
        List<YamlText> use,
        List<YamlText> skip,
        Map<YamlText, Secret> keys,
        List<YamlText> registered,
        Map<YamlText, ListSettings> override,
        List<CustomList> custom) {

    /** A list of the user's own with its settings. */
    public record CustomList(YamlText where, DnsList list, ListSettings settings) {}

    /** Copies the collections. */
    public ListChoice {
        use = List.copyOf(use);
        skip = List.copyOf(skip);
        keys = Map.copyOf(keys);
        registered = List.copyOf(registered);
        override = Map.copyOf(override);
        custom = List.copyOf(custom);
    }

    /** What is asked when nobody says anything: the profile core. */
    public static ListChoice usual() {
        return of(List.of(Profile.CORE.label()));
    }

    /** Profiles or ids from elsewhere than a file. */
    public static ListChoice of(List<String> names) {
        List<YamlText> use = IntStream.range(0, names.size())
                .mapToObj(i -> YamlText.given("lists.use[" + i + "]", names.get(i)))
                .toList();
        return new ListChoice(use, List.of(), Map.of(), List.of(), Map.of(), List.of());
    }

    /** The same choice, asking other lists: keys, registrations and settings stay. */
    public ListChoice using(List<String> names) {
        return new ListChoice(of(names).use(), List.of(), keys, registered, override, custom);
    }

    /** The same choice with one more key. */
    public ListChoice withKey(String name, Secret key) {
        Map<YamlText, Secret> more = new LinkedHashMap<>(keys);
        more.put(YamlText.given("lists.keys." + name, name), key);
        return new ListChoice(use, skip, more, registered, override, custom);
    }
}
