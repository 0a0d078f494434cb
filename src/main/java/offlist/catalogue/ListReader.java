package offlist.catalogue;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/**
 * Reads one list. Everything but {@code id} and {@code zone} has a default, which suits a user's own list; a shipped
 * list has to say {@link #TOLD} itself.
 */
final class ListReader {

    private static final List<String> TOLD = List.of(
            "name",
            "kinds",
            "type",
            "profile",
            "severity",
            "severity-reason",
            "scope",
            "style",
            "test",
            "usage",
            "removal",
            "confidence",
            "sources");

    private final YamlMap entry;
    private final String operator;

    private ListReader(YamlMap entry, String operator) {
        this.entry = entry;
        this.operator = operator;
    }

    /** A list of a shipped file; it has to say everything itself. */
    static Optional<DnsList> shipped(YamlMap entry, String operator) {
        Optional<DnsList> list = addition(entry, operator);
        TOLD.forEach(entry::needs);
        return list;
    }

    /** A further list in a file of the operator's own; unknown keys are reported. */
    static Optional<DnsList> addition(YamlMap entry, String operator) {
        Optional<DnsList> list = new ListReader(entry, operator).read();
        entry.done();
        return list;
    }

    /** A list in place of a shipped one, nothing of which stays: a code table that was left out would be lost. */
    static Optional<DnsList> replacement(YamlMap entry, String operator) {
        Optional<DnsList> list = addition(entry, operator);
        List<String> missing = Stream.concat(TOLD.stream(), Stream.of("codes"))
                .filter(key -> !entry.has(key))
                .toList();
        if (!missing.isEmpty()) {
            entry.problems()
                    .add(
                            entry,
                            "this takes the place of the shipped `" + entry.text("id")
                                    + "` as a whole, so it needs too: " + String.join(", ", missing));
        }
        return list;
    }

    /** A list in the user's settings; the caller reads the other keys of the entry and then reports unknown ones. */
    static Optional<DnsList> own(YamlMap entry) {
        return new ListReader(entry, "").read();
    }

    private Optional<DnsList> read() {
        Optional<ListId> id = id(entry, "id");
        Optional<Zone> zone = zone();
        DnsList base = DnsList.custom(id.orElse(new ListId("x")), zone.orElse(Zone.of("x")));
        Set<Kind> kinds = words("kinds", Kind.class, base.kinds());
        Style style = entry.enumeration("style", Style.class, Style.EXACT);
        DnsList list = new DnsList(
                base.id(),
                base.zone(),
                access(base.access()),
                kinds,
                entry.enumeration("type", ListType.class, base.type()),
                entry.enumeration("profile", Profile.class, base.profile()),
                entry.enumeration("severity", Severity.class, base.severity()),
                words("scope", Scope.class, base.scopes()),
                style,
                relations(),
                codes(style),
                entry.enumeration("unknown-code", UnknownCode.class, base.unknownCode()),
                TestPointsReader.read(entry, kinds),
                entry.map("usage").map(UsageReader::read).orElse(base.usage()),
                entry.map("removal").map(RemovalReader::read).orElse(base.removal()),
                about(base),
                standing(base.standing()),
                entry.map("score").map(ScoreLevels::read).orElse(ScoreLevels.none()));
        return id.isPresent() && zone.isPresent() ? Optional.of(list) : Optional.empty();
    }

    static Optional<ListId> id(YamlMap entry, String key) {
        String text = entry.text(key);
        Optional<ListId> id = ListId.parse(text);
        if (id.isEmpty() && entry.has(key)) {
            entry.problem(key, "an id has lower-case letters, digits, `.`, `_` and `-` only");
        }
        return id;
    }

    static List<ListId> ids(YamlMap entry, String key) {
        List<YamlText> texts = entry.textNodes(key);
        for (YamlText text : texts) {
            if (ListId.parse(text.value()).isEmpty()) {
                entry.problems().add(text, text.describe() + " is no list id");
            }
        }
        return texts.stream()
                .flatMap(text -> ListId.parse(text.value()).stream())
                .toList();
    }

    /** A list that is read from a file needs no zone; the name it gets instead leads nowhere, RFC 6761 section 6.4. */
    private Optional<Zone> zone() {
        if (entry.has("file") && !entry.has("zone")) {
            entry.node("zone");
            return Zone.parse(entry.text("id") + ".invalid").or(() -> Zone.parse("file.invalid"));
        }
        String text = entry.text("zone");
        Optional<Zone> zone = Zone.parse(text);
        if (zone.isEmpty() && entry.has("zone")) {
            entry.problem("zone", "a DNS name such as `bl.example.com` is wanted");
        }
        return zone;
    }

    private Access access(Access byZone) {
        Access access = entry.enumeration("access", Access.class, byZone);
        if ((access == Access.KEY) != (byZone == Access.KEY)) {
            entry.problem("access", "`access: key` and `{key}` in the zone belong together");
        }
        return access;
    }

    private Relations relations() {
        return new Relations(
                ids(entry, "combines"), ids(entry, "part-of"), ids(entry, "replaces"), entry.optionalText("key"));
    }

    private List<ReturnCode> codes(Style style) {
        return entry.node("codes").isPresent() ? CodesReader.read(entry, style) : DnsList.anyAnswer(style);
    }

    private About about(DnsList base) {
        return new About(
                entry.text("operator", operator),
                entry.text("name", base.name()),
                entry.text("severity-reason", ""),
                entry.optionalText("website"),
                entry.optionalText("contact"),
                entry.texts("reject-markers"));
    }

    private Standing standing(Standing base) {
        return new Standing(
                entry.enumeration("status", Status.class, base.status()),
                entry.text("status-note", ""),
                entry.text("notes", ""),
                entry.enumeration("confidence", Confidence.class, base.confidence()),
                entry.texts("sources"),
                entry.texts("unverified"));
    }

    private <E extends Enum<E>> Set<E> words(String key, Class<E> type, Collection<E> otherwise) {
        List<E> words = entry.enumerations(key, type);
        return words.isEmpty() ? EnumSet.copyOf(otherwise) : EnumSet.copyOf(words);
    }
}
