package offlist.config;

import java.util.Locale;
import offlist.catalogue.Access;
import offlist.catalogue.Catalogue;
import offlist.catalogue.DnsList;
import offlist.catalogue.ListChoice.CustomList;
import offlist.yaml.Problems;
import offlist.yaml.YamlText;

/** Finds customer's keys that were written into the zone of a list, where every message would show them. */
final class KeyInZone {
    private static final String SLOT = "{key}.";

    private final Catalogue catalogue;
    private final Problems problems;

    KeyInZone(Catalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    void check(CustomList custom) {
        String zone = custom.list().zone().display();
        catalogue.lists().stream()
                .filter(list -> list.access() == Access.KEY && holdsKey(zone, list))
                .findFirst()
                .ifPresent(list -> problems.add(
                        new YamlText(
                                custom.where().path() + ".zone", custom.where().line(), ""),
                        "the zone holds a customer's key, which would be shown; write `{key}` there and the key under"
                                + " `lists.keys`, or use the list `" + list.id() + "`"));
    }

    private static boolean holdsKey(String zone, DnsList keyed) {
        String template = keyed.zone().display().toLowerCase(Locale.ROOT);
        int dot = zone.indexOf('.');
        return template.startsWith(SLOT)
                && dot > 0
                && !zone.startsWith(SLOT)
                && zone.substring(dot + 1).equals(template.substring(SLOT.length()));
    }
}
