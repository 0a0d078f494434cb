package offlist.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import offlist.alert.ReceiverSettings;
import offlist.yaml.Secret;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/** Reads the section {@code receivers}. */
final class ReceiversReader {
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
        Optional<ReceiverSettings> slack = section("slack", "{webhook-url: …}").flatMap(this::slack);
        Optional<ReceiverSettings> email = section("email", "{to: …}").flatMap(this::email);
        if (entry.has("slack") == entry.has("email")) {
            entry.problems().add(entry, "a receiver has exactly one of `slack` and `email`");
        }
        entry.done();
        return slack.or(() -> email);
    }

    /** What stands here instead of a section may be a secret, so it is not repeated. */
    private Optional<YamlMap> section(String key, String form) {
        if (entry.node(key).filter(node -> !(node instanceof YamlMap)).isPresent()) {
            entry.problem(key, "a section is wanted here: `" + key + ": " + form + "`");
            return Optional.empty();
        }
        return entry.map(key);
    }

    private Optional<ReceiverSettings> slack(YamlMap section) {
        section.needs("webhook-url");
        Optional<Secret> url = section.secret("webhook-url");
        url.filter(secret -> !WebAddress.isOne(secret.reveal()))
                .ifPresent(wrong -> section.problem("webhook-url", "a web address is wanted, https://…"));
        url.filter(secret -> WebAddress.isOpen(secret.reveal()))
                .ifPresent(open -> section.problems()
                        .warn(section, "the webhook is called without TLS, so everybody on the way can read it"));
        section.done();
        return url.map(secret -> new ReceiverSettings.Slack(name, secret));
    }

    private Optional<ReceiverSettings> email(YamlMap section) {
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
