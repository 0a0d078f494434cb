package offlist.config;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.alert.ReceiverSettings;
import offlist.alert.webhook.Signature;
import offlist.yaml.Secret;
import offlist.yaml.YamlMap;

/** Reads how receivers that are programs are told. */
final class ProgramReceivers {
    private static final int MOST_SECRETS = 2;
    private static final String PAGERDUTY = "https://events.pagerduty.com/v2/enqueue";

    private ProgramReceivers() {}

    static Optional<ReceiverSettings> webhook(String name, YamlMap section) {
        section.needs("url");
        Optional<Secret> url = section.secret("url").filter(secret -> isAddress(section, "url", secret.reveal()));
        List<Secret> secrets = section.secrets("secrets");
        if (secrets.stream().anyMatch(secret -> !Signature.isSecret(secret.reveal()))) {
            section.problem("secrets", "a secret is `whsec_` and the base64 of 24 to 64 bytes");
        }
        if (secrets.size() > MOST_SECRETS) {
            section.problem("secrets", "at most two secrets are live at once, the new one and the old one");
        }
        if (!section.has("secrets")) {
            section.problems()
                    .warn(section, "without `secrets` nothing is signed, so the receiver cannot know who posts to it");
        }
        section.done();
        return url.map(address -> new ReceiverSettings.Webhook(name, address, secrets));
    }

    static Optional<ReceiverSettings> pagerduty(String name, YamlMap section) {
        section.needs("routing-key");
        Optional<Secret> key = section.secret("routing-key");
        if (key.filter(secret -> !secret.reveal().matches("[A-Za-z0-9]{20,64}")).isPresent()) {
            section.problem("routing-key", "the integration key of an Events API v2 integration is wanted");
        }
        String url = section.text("url", PAGERDUTY);
        boolean good = isAddress(section, "url", url);
        section.done();
        return key.filter(secret -> good).map(secret -> new ReceiverSettings.PagerDuty(name, secret, url));
    }

    static Optional<ReceiverSettings> alertmanager(String name, YamlMap section) {
        List<String> urls = Stream.of("url", "urls")
                .flatMap(key -> section.texts(key).stream().filter(text -> isAddress(section, key, text)))
                .map(text -> text.replaceFirst("/+$", ""))
                .distinct()
                .toList();
        if (section.has("url") == section.has("urls")) {
            section.problems().add(section, "an Alertmanager has `url`, a cluster of them `urls` and not both");
        }
        Optional<Secret> authorization = authorization(section);
        Duration resend = Bounds.duration(section, "resend", Duration.ofSeconds(1), Duration.ofHours(1))
                .orElse(Duration.ofMinutes(1));
        section.done();
        return urls.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReceiverSettings.Alertmanager(name, urls, authorization, resend));
    }

    private static Optional<Secret> authorization(YamlMap section) {
        Optional<Secret> token = section.secret("token");
        Optional<String> username = section.optionalText("username");
        Optional<Secret> password = section.secret("password");
        if (section.has("username") != section.has("password")) {
            section.problems().add(section, "`username` and `password` belong together");
        }
        if (section.has("token") && section.has("password")) {
            section.problems().add(section, "`token` and `password` are two ways to log in, one is enough");
        }
        return token.map(secret -> Secret.of("Bearer " + secret.reveal()))
                .or(() -> username.flatMap(user -> password.map(secret -> basic(user, secret))));
    }

    private static Secret basic(String username, Secret password) {
        String both = username + ":" + password.reveal();
        return Secret.of("Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean isAddress(YamlMap section, String key, String text) {
        if (!WebAddress.isOne(text)) {
            section.problem(key, "a web address is wanted, https://…");
            return false;
        }
        if (WebAddress.isOpen(text)) {
            section.problems().warn(section, "it is called without TLS, so everybody on the way can read it");
        }
        return true;
    }
}
