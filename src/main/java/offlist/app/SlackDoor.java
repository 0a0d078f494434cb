package offlist.app;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import offlist.alert.slack.SlackSignature;
import offlist.yaml.Secret;

/** Lets in what Slack has signed. */
final class SlackDoor {
    private final Supplier<List<Secret>> secrets;
    private final Consumer<String> inside;
    private final InstantSource clock;

    /**
     * @param secrets of all bots that there are now; none, and nobody gets in
     * @param inside takes the form; it must not take long
     */
    SlackDoor(Supplier<List<Secret>> secrets, Consumer<String> inside, InstantSource clock) {
        this.secrets = secrets;
        this.inside = inside;
        this.clock = clock;
    }

    /** Whether the request is Slack's; then it has been handed on. */
    boolean enters(String timestamp, String signature, byte[] body) {
        boolean known = secrets.get().stream()
                .anyMatch(secret -> SlackSignature.fits(secret, timestamp, signature, body, clock.instant()));
        if (known) {
            inside.accept(new String(body, StandardCharsets.UTF_8));
        }
        return known;
    }
}
