package offlist.config;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import offlist.bounce.hook.HookSettings;
import offlist.bounce.hook.Keys;
import offlist.yaml.Secret;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/** Reads {@code bounces.hooks}. */
final class HooksReader {
    /** Whoever guesses it can tell us what he likes. */
    private static final int SHORTEST = 16;

    private static final String TOPIC = "arn:aws[a-z-]{0,20}:sns:[a-z0-9-]{1,40}:\\d{12}:[A-Za-z0-9_.-]{1,256}";

    @FunctionalInterface
    private interface Reader {
        /** Empty when the section has a problem, which it has told. */
        Optional<HookSettings> read(String name, YamlMap section);
    }

    /** @param form how the section is written, for who wrote something else */
    private record Kind(String form, Reader reader) {}

    private static final SequencedMap<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("ses", new Kind("{topics: [arn:aws:sns:…]}", HooksReader::ses));
        KINDS.put("sendgrid", new Kind("{public-key: …}", HooksReader::sendGrid));
        KINDS.put("mailgun", new Kind("{signing-key: …}", HooksReader::mailgun));
        KINDS.put("postal", new Kind("{public-key: …}", HooksReader::postal));
        KINDS.put("haraka", new Kind("{token: …}", HooksReader::haraka));
        KINDS.put("kumomta", new Kind("{token: …}", HooksReader::kumoMta));
    }

    private HooksReader() {}

    static List<HookSettings> read(List<YamlMap> entries) {
        List<HookSettings> hooks = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlMap entry : entries) {
            hook(entry).ifPresent(hooks::add);
            String name = entry.text("name", "");
            if (!name.isEmpty() && !seen.add(name)) {
                entry.problem("name", "there are two hooks of the name `" + name + "`");
            }
        }
        return hooks;
    }

    private static Optional<HookSettings> hook(YamlMap entry) {
        String name = entry.text("name");
        if (entry.has("name") && !name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")) {
            entry.problem("name", "a hook's name has up to 63 letters, digits, `.`, `_` and `-`");
        }
        List<HookSettings> hooks = new ArrayList<>();
        KINDS.forEach((key, kind) -> section(entry, key, kind.form())
                .flatMap(section -> kind.reader().read(name, section))
                .ifPresent(hooks::add));
        if (KINDS.keySet().stream().filter(entry::has).count() != 1) {
            entry.problems().add(entry, "a hook has exactly one of " + ReceiversReader.words(KINDS.keySet()));
        }
        entry.done();
        return hooks.stream().findFirst();
    }

    /** What stands here instead of a section may be a secret, so it is not repeated. */
    private static Optional<YamlMap> section(YamlMap entry, String key, String form) {
        if (entry.node(key).filter(node -> !(node instanceof YamlMap)).isPresent()) {
            entry.problem(key, "a section is wanted here: `" + key + ": " + form + "`");
            return Optional.empty();
        }
        return entry.map(key);
    }

    private static Optional<HookSettings> ses(String name, YamlMap section) {
        List<YamlText> topics = section.textNodes("topics");
        topics.stream()
                .filter(topic -> !topic.value().matches(TOPIC))
                .forEach(wrong -> section.problems()
                        .add(
                                wrong,
                                wrong.describe()
                                        + " is no ARN of a topic, such as arn:aws:sns:eu-west-1:123456789012:bounces"));
        if (topics.isEmpty()) {
            section.problem("topics", "at least one topic is needed");
        }
        section.done();
        return Optional.of(new HookSettings.Ses(
                name, Set.copyOf(topics.stream().map(YamlText::value).distinct().toList())));
    }

    private static Optional<HookSettings> sendGrid(String name, YamlMap section) {
        return key(
                        section,
                        Keys::p256,
                        "SendGrid's verification key is wanted: the base64 of a public key on the curve P-256")
                .map(key -> new HookSettings.SendGrid(name, key));
    }

    private static Optional<HookSettings> postal(String name, YamlMap section) {
        return key(section, Keys::rsa, "Postal's public key is wanted: the base64 of an RSA key, 1024 bits or more")
                .map(key -> new HookSettings.Postal(name, key));
    }

    private static Optional<HookSettings> mailgun(String name, YamlMap section) {
        return secret(section, "signing-key").map(secret -> new HookSettings.Mailgun(name, secret));
    }

    private static Optional<HookSettings> haraka(String name, YamlMap section) {
        return secret(section, "token").map(secret -> new HookSettings.Haraka(name, secret));
    }

    private static Optional<HookSettings> kumoMta(String name, YamlMap section) {
        return secret(section, "token").map(secret -> new HookSettings.KumoMta(name, secret));
    }

    private static Optional<PublicKey> key(
            YamlMap section, Function<String, Optional<PublicKey>> reader, String wanted) {
        section.needs("public-key");
        Optional<String> text = section.optionalText("public-key");
        Optional<PublicKey> key = text.flatMap(reader);
        if (text.isPresent() && key.isEmpty()) {
            section.problem("public-key", wanted);
        }
        section.done();
        return key;
    }

    private static Optional<Secret> secret(YamlMap section, String name) {
        section.needs(name);
        Optional<Secret> secret = section.secret(name);
        if (secret.filter(given -> given.reveal().length() < SHORTEST).isPresent()) {
            section.problem(name, "it has at least " + SHORTEST + " characters");
        }
        section.done();
        return secret;
    }
}
