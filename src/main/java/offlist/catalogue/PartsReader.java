package offlist.catalogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/** Reads what stands beside the lists in a catalogue file: sublists, closed lists, private lists, reasons. */
final class PartsReader {

    private PartsReader() {}

    static Optional<Sublist> sublist(YamlMap entry) {
        List<Scope> scopes = entry.enumerations("scope", Scope.class);
        Sublist sublist = new Sublist(
                entry.text("id"),
                Set.copyOf(ListReader.ids(entry, "lists")),
                entry.text("name"),
                entry.text("reason"),
                entry.enumeration("severity", Severity.class, Severity.MAJOR),
                scopes.isEmpty() ? EnumSet.of(Scope.ADDRESS) : EnumSet.copyOf(scopes),
                entry.text("meaning"),
                RemovalReader.read(entry.section("removal")),
                entry.enumeration("confidence", Confidence.class, Confidence.LOW),
                entry.texts("sources"),
                entry.texts("unverified"));
        entry.done();
        return Optional.of(sublist);
    }

    static Optional<ClosedList> closed(YamlMap entry, String operator) {
        ClosedList closed = new ClosedList(
                entry.text("id"),
                zones(entry),
                entry.text("operator", operator),
                entry.text("what"),
                entry.enumeration("ended", ClosedList.Ended.class, ClosedList.Ended.CLOSED),
                entry.optionalText("closed"),
                entry.enumeration("behaviour", ClosedList.Behaviour.class, ClosedList.Behaviour.UNKNOWN),
                entry.optionalText("behaviour-seen"),
                entry.enumeration("false-listing-risk", ClosedList.Risk.class, ClosedList.Risk.MEDIUM),
                entry.optionalText("successor"),
                entry.text("notes", ""),
                entry.enumeration("confidence", Confidence.class, Confidence.LOW),
                entry.texts("sources"));
        entry.done();
        return Optional.of(closed);
    }

    static Optional<PrivateList> privateList(YamlMap entry) {
        PrivateList list = new PrivateList(
                entry.text("id"),
                entry.text("operator"),
                entry.text("name"),
                entry.enumerations("applies-to", Scope.class),
                entry.enumeration("severity", Severity.class, Severity.MINOR),
                entry.text("what"),
                RemovalReader.link(entry, "lookup-url"),
                RemovalReader.link(entry, "removal-url"),
                RemovalReader.email(entry),
                entry.enumerations("methods", RemovalMethod.class),
                entry.text("typical-time", ""),
                entry.texts("needed"),
                entry.texts("reject-markers"),
                entry.maps("codes").stream().map(PartsReader::pointer).toList(),
                entry.text("notes", ""),
                entry.enumeration("confidence", Confidence.class, Confidence.LOW),
                entry.texts("sources"),
                entry.texts("unverified"));
        entry.done();
        return Optional.of(list);
    }

    static Reason reason(YamlMap reasons, String key) {
        YamlMap entry = reasons.section(key);
        Reason reason = new Reason(key, entry.text("means"), entry.text("sender-action"));
        entry.done();
        return reason;
    }

    private static PrivateList.Pointer pointer(YamlMap row) {
        PrivateList.Pointer pointer =
                new PrivateList.Pointer(row.text("code"), row.text("points-to"), row.text("meaning"));
        row.done();
        return pointer;
    }

    private static List<String> zones(YamlMap entry) {
        List<YamlText> zones = entry.textNodes("zones");
        for (YamlText zone : zones) {
            if (Zone.parse(zone.value()).isEmpty()) {
                entry.problems().add(zone, zone.describe() + " is no DNS name");
            }
        }
        return zones.stream().map(YamlText::value).toList();
    }
}
