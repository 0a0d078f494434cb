package offlist.local;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import offlist.catalogue.ListFile;
import offlist.catalogue.ListId;
import offlist.dns.Resolver;
import offlist.dns.ResolverId;
import offlist.pool.FileWatch;

/** All lists that are read from files. One thread reads them; any may ask. */
public final class LocalZones {
    private static final String LOCAL = "file:";

    private final Map<ResolverId, LocalZoneFile> files = new ConcurrentHashMap<>();
    private final FileWatch watch = new FileWatch();
    private final ZoneSizes sizes;

    /** For a command: every file is new to it. */
    public LocalZones() {
        this(ZoneSizes.none());
    }

    public LocalZones(ZoneSizes sizes) {
        this.sizes = sizes;
    }

    /** Who answers for a list that is read from a file. */
    public static ResolverId id(ListId list) {
        return new ResolverId(LOCAL + list);
    }

    /** Whether that is the id of a file and not of a server. */
    public static boolean local(ResolverId id) {
        return id.value().startsWith(LOCAL);
    }

    /** Reads these from now on and no others; those that are read already stay as they are. */
    public List<LocalNews> configure(Map<ListId, ListFile> wanted, Instant now) {
        files.keySet().removeIf(id -> wanted.keySet().stream().noneMatch(list -> id(list).equals(id)));
        watch.watch(wanted.values().stream().map(ListFile::path).toList());
        List<LocalNews> news = new ArrayList<>();
        wanted.forEach((list, file) -> {
            LocalZoneFile before = files.get(id(list));
            if (before == null || !before.same(file)) {
                news.add(add(list, file, now));
            }
        });
        return news;
    }

    private LocalNews add(ListId list, ListFile file, Instant now) {
        LocalZoneFile next = new LocalZoneFile(list, file, sizes);
        LocalNews news = next.read(now);
        files.put(id(list), next);
        return news;
    }

    /** Reads what has changed. Call it about every second. */
    public List<LocalNews> poll(Instant now) {
        Set<Path> changed = watch.poll(now);
        return files.values().stream()
                .filter(file -> changed.contains(file.path()) || file.due(now))
                .map(file -> file.read(now))
                .toList();
    }

    /** Reads one file, unless that has been done. */
    public synchronized Optional<LocalNews> read(ListId list, ListFile file, Instant now) {
        return files.containsKey(id(list)) ? Optional.empty() : Optional.of(add(list, file, now));
    }

    /** The content in force; empty when none was ever good. */
    public Optional<LocalZone> zone(ResolverId id) {
        LocalZoneFile file = files.get(id);
        return file == null ? Optional.empty() : file.zone();
    }

    /** Why the content in force is not that of the file as it is now; empty when it is. */
    public String trouble(ResolverId id) {
        LocalZoneFile file = files.get(id);
        return file == null ? "" : file.trouble();
    }

    /** Whoever answers under the id of a file. */
    public Resolver resolver(ResolverId id) {
        return new LocalResolver(id, () -> zone(id));
    }
}
