package offlist.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import offlist.yaml.YamlMap;

/**
 * The operator's own copy of a list, which is read instead of asking anybody.
 *
 * @param format empty to find out by looking at the content
 */
public record ListFile(Path path, Optional<FileFormat> format) {

    static Optional<ListFile> read(YamlMap section) {
        Optional<Path> path = section.file("file");
        Optional<FileFormat> format = section.enumeration("format", FileFormat.class);
        if (path.isEmpty()) {
            if (section.has("format") && !section.has("file")) {
                section.problem("format", "`format` says how a `file` is written, and there is none");
            }
            return Optional.empty();
        }
        Stream.of("resolvers", "rate", "limit-per-day")
                .filter(section::has)
                .forEach(key -> section.problem(
                        key, "`" + key + "` is for lists that are asked; one with a `file` is read and asks nobody"));
        if (!Files.exists(path.get())) {
            section.problems()
                    .warn(
                            section.node("file").orElseThrow(),
                            "there is no file " + path.get() + "; until it is there the list is unreachable");
        }
        return path.map(file -> new ListFile(file, format));
    }

    /** The list as the file can tell of it: nobody is asked, so nobody's rules of use, key or test points matter. */
    DnsList apply(DnsList list) {
        Set<Kind> kinds = EnumSet.copyOf(list.kinds());
        kinds.retainAll(kinds());
        Set<Kind> told = kinds.isEmpty() ? kinds() : kinds;
        Zone zone = list.zone().needsKey() ? Zone.of(list.zone().display().replace("{key}.", "")) : list.zone();
        return list.with(zone)
                .with(UsagePolicy.unlimited())
                .with(told)
                .with(TestPoints.rfc5782(told.stream().sorted().toList()));
    }

    private Set<Kind> kinds() {
        return format.map(known -> switch (known) {
                    case PLAIN -> EnumSet.of(Kind.IPV4, Kind.IPV6);
                    case IP4SET -> EnumSet.of(Kind.IPV4);
                    case IP6TRIE -> EnumSet.of(Kind.IPV6);
                })
                .orElseGet(() -> EnumSet.of(Kind.IPV4, Kind.IPV6));
    }

    @Override
    public String toString() {
        return path
                + format.map(known -> " (" + offlist.yaml.Labels.of(known) + ")")
                        .orElse("");
    }
}
