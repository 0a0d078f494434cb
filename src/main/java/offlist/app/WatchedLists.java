package offlist.app;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import offlist.catalogue.ChosenList;
import offlist.catalogue.ListFile;
import offlist.catalogue.ListId;
import offlist.config.Settings;
import offlist.dns.ResolverId;
import offlist.dns.Resolvers;
import offlist.local.LocalZones;
import offlist.probe.AskedList;

/** What the settings mean for asking: each list with its resolvers, pace and patience. */
final class WatchedLists {
    private static final ResolverId LOCAL = ResolverId.parse("127.0.0.1:53").orElseThrow();

    private WatchedLists() {}

    static List<WatchedList> of(Settings settings) {
        return settings.lists().asked().stream().map(list -> of(list, settings)).toList();
    }

    static WatchedList of(ChosenList list, Settings settings) {
        List<ResolverId> named =
                list.file().isPresent() ? List.of(LocalZones.id(list.id())) : settings.resolversOf(list);
        AskedList asked = new AskedList(
                list.list(),
                list.list().zone(),
                named.isEmpty() ? systems() : named,
                list.timeout().orElse(Settings.DEFAULT_TIMEOUT),
                list.tries().orElse(Settings.DEFAULT_TRIES));
        return new WatchedList(
                asked, list.custom(), list.interval(), list.rate().map(rate -> rate.perSecond()));
    }

    /** The lists among them that are read from files. */
    static Map<ListId, ListFile> files(Collection<ChosenList> lists) {
        Map<ListId, ListFile> files = new LinkedHashMap<>();
        lists.forEach(list -> list.file().ifPresent(file -> files.put(list.id(), file)));
        return files;
    }

    /** The resolvers for everything that is no list. */
    static List<ResolverId> resolvers(Settings settings) {
        return settings.resolvers().isEmpty() ? systems() : settings.resolvers();
    }

    private static List<ResolverId> systems() {
        List<ResolverId> systems = Resolvers.systemDefault();
        return systems.isEmpty() ? List.of(LOCAL) : systems;
    }
}
