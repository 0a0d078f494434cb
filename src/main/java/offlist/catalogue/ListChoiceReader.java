package offlist.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.catalogue.ListChoice.CustomList;
import offlist.yaml.Secret;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlNode;
import offlist.yaml.YamlText;

/** Reads the section {@code lists} of the user's file. */
public final class ListChoiceReader {

    private ListChoiceReader() {}

    /** The choice; the section is read to its end, unknown keys are reported. */
    public static ListChoice read(YamlMap lists) {
        boolean told = lists.node("use").isPresent();
        ListChoice choice = new ListChoice(
                told ? lists.textNodes("use") : ListChoice.usual().use(),
                lists.textNodes("skip"),
                keys(lists.section("keys")),
                lists.textNodes("registered"),
                overrides(lists.section("override")),
                custom(lists.maps("custom")));
        lists.done();
        return choice;
    }

    private static Map<YamlText, Secret> keys(YamlMap section) {
        Map<YamlText, Secret> keys = new LinkedHashMap<>();
        for (String name : section.keys()) {
            Optional<Secret> key = section.secret(name);
            key.ifPresent(secret -> keys.put(place(section, name), secret));
        }
        section.done();
        return keys;
    }

    private static Map<YamlText, ListSettings> overrides(YamlMap section) {
        Map<YamlText, ListSettings> overrides = new LinkedHashMap<>();
        for (String name : section.keys()) {
            section.map(name).ifPresent(entry -> {
                overrides.put(place(section, name), ListSettings.override(entry));
                entry.done();
            });
        }
        section.done();
        return overrides;
    }

    private static List<CustomList> custom(List<YamlMap> entries) {
        List<CustomList> custom = new ArrayList<>();
        for (YamlMap entry : entries) {
            Optional<DnsList> list = CatalogueReader.own(entry);
            ListSettings settings = ListSettings.read(entry);
            YamlText where = new YamlText(entry.path(), entry.line(), entry.text("id", ""));
            list.ifPresent(own -> custom.add(new CustomList(where, own, settings)));
            entry.done();
        }
        return custom;
    }

    private static YamlText place(YamlMap section, String name) {
        YamlNode value = section.node(name).orElseThrow();
        return new YamlText(value.path(), value.line(), name);
    }
}
