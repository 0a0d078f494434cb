package offlist.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import offlist.alert.DigestSettings;
import offlist.yaml.Nearest;
import offlist.yaml.YamlMap;

/** Reads the section {@code digests}. */
final class DigestReader {
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private DigestReader() {}

    static List<DigestSettings> read(List<YamlMap> entries, List<String> receivers) {
        Set<String> seen = new HashSet<>();
        return entries.stream()
                .map(entry -> {
                    DigestSettings digest = read(entry, receivers);
                    if (!seen.add(digest.name())) {
                        entry.problem("receiver", "there are two digests of this kind for this receiver");
                    }
                    return digest;
                })
                .toList();
    }

    private static DigestSettings read(YamlMap entry, List<String> receivers) {
        String receiver = entry.text("receiver");
        if (entry.has("receiver") && !receivers.contains(receiver)) {
            entry.problem("receiver", "there is no receiver `" + receiver + "`" + Nearest.hint(receiver, receivers));
        }
        DigestSettings digest =
                new DigestSettings(receiver, entry.enumeration("on", DayOfWeek.class), time(entry), location(entry));
        entry.done();
        return digest;
    }

    private static LocalTime time(YamlMap entry) {
        Optional<String> text = entry.optionalText("at");
        try {
            return text.map(LocalTime::parse).orElse(MORNING);
        } catch (DateTimeException e) {
            entry.problem("at", "a time of day is wanted, such as \"08:00\"");
            return MORNING;
        }
    }

    private static ZoneId location(YamlMap entry) {
        Optional<String> text = entry.optionalText("location");
        try {
            return text.map(ZoneId::of).orElse(ZoneOffset.UTC);
        } catch (ZoneRulesException e) {
            String hint = Nearest.hint(text.orElse(""), ZoneId.getAvailableZoneIds());
            entry.problem("location", "there is no time zone of this name" + hint);
        } catch (DateTimeException e) {
            entry.problem("location", "the name of a time zone is wanted, such as Europe/Berlin");
        }
        return ZoneOffset.UTC;
    }
}
