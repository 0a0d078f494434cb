package offlist.config;

import java.util.List;
import java.util.Optional;
import offlist.alert.ReceiverSettings;
import offlist.alert.webhook.Signature;
import offlist.yaml.Secret;
import offlist.yaml.YamlMap;

/** Reads how receivers that are programs are told. */
final class ProgramReceivers {
    private static final int MOST_SECRETS = 2;

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
