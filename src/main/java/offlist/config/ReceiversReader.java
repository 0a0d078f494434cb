package offlist.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import offlist.alert.ReceiverSettings;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/** Reads the section {@code receivers}. */
final class ReceiversReader {
    /** @param form how the section is written, for who wrote something else */
    private record Kind(String form, Reader reader) {}

    @FunctionalInterface
    private interface Reader {
        /** Empty when the section has a problem, which it has told. */
        Optional<ReceiverSettings> read(String name, YamlMap section);
    }

    /** The ways to tell a receiver: a line for each. */
    private static final SequencedMap<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("slack", new Kind("{webhook-url: …}", SlackReceivers::read));
        KINDS.put("email", new Kind("{to: …}", ReceiversReader::email));
        KINDS.put("discord", new Kind("{webhook-url: …}", ChatReceivers::discord));
        KINDS.put("telegram", new Kind("{token: …, chat: …}", ChatReceivers::telegram));
        KINDS.put("ntfy", new Kind("{topic: …}", ChatReceivers::ntfy));
        KINDS.put("teams", new Kind("{webhook-url: …}", ChatReceivers::teams));
        KINDS.put("webhook", new Kind("{url: …, secrets: [whsec_…]}", ProgramReceivers::webhook));
        KINDS.put("pagerduty", new Kind("{routing-key: …}", ProgramReceivers::pagerduty));
        KINDS.put("alertmanager", new Kind("{url: …}", ProgramReceivers::alertmanager));
        KINDS.put("command", new Kind("{run: [/path/to/program, …]}", CommandReceiver::read));
    }

    private final YamlMap entry;
    private final String name;

    private ReceiversReader(YamlMap entry) {
        this.entry = entry;
        this.name = entry.text("name");
    }

    static List<ReceiverSettings> read(List<YamlMap> entries) {
        List<ReceiverSettings> receivers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlMap entry : entries) {
            new ReceiversReader(entry).read().ifPresent(receivers::add);
            String name = entry.text("name", "");
            if (!name.isEmpty() && !seen.add(name)) {
                entry.problem("name", "there are two receivers of the name `" + name + "`");
            }
        }
        return receivers;
    }

    /** All names, also of receivers that are wrong otherwise, so that a route is not blamed for them. */
    static List<String> names(List<YamlMap> entries) {
        return entries.stream()
                .map(entry -> entry.text("name", ""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private Optional<ReceiverSettings> read() {
        if (entry.has("name") && !name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")) {
            entry.problem("name", "a receiver's name has up to 63 letters, digits, `.`, `_` and `-`");
        }
        List<ReceiverSettings> ways = new ArrayList<>();
        KINDS.forEach((key, kind) -> section(key, kind.form())
                .flatMap(section -> kind.reader().read(name, section))
                .ifPresent(ways::add));
        if (KINDS.keySet().stream().filter(entry::has).count() != 1) {
            entry.problems().add(entry, "a receiver has exactly one of " + words(KINDS.keySet()));
        }
        entry.done();
        return ways.stream().findFirst();
    }

    static String words(Collection<String> keys) {
        List<String> quoted = keys.stream().map(key -> "`" + key + "`").toList();
        return String.join(", ", quoted.subList(0, quoted.size() - 1)) + " and " + quoted.getLast();
    }

    /** What stands here instead of a section may be a secret, so it is not repeated. */
    private Optional<YamlMap> section(String key, String form) {
        if (entry.node(key).filter(node -> !(node instanceof YamlMap)).isPresent()) {
            entry.problem(key, "a section is wanted here: `" + key + ": " + form + "`");
            return Optional.empty();
        }
        return entry.map(key);
    }

    private static Optional<ReceiverSettings> email(String name, YamlMap section) {
        List<YamlText> to = section.textNodes("to");
        to.stream()
                .filter(text -> !MailAddress.isOne(text.value()))
                .forEach(text -> section.problems().add(text, text.describe() + " is not a mail address"));
        if (to.isEmpty()) {
            section.problem("to", "at least one mail address is needed");
        }
        section.done();
        return Optional.of(new ReceiverSettings.Email(
                name, to.stream().map(YamlText::value).distinct().toList()));
    }
}
