package offlist.alert.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import offlist.alert.Actions;
import org.jboss.logging.Logger;

/** Does what pressed buttons say, behind whoever has to answer Slack within three seconds. */
public final class SlackClicks {
    private static final Logger LOG = Logger.getLogger(SlackClicks.class);

    private final Supplier<Actions> actions;
    private final Executor behind;

    public SlackClicks(Supplier<Actions> actions, Executor behind) {
        this.actions = actions;
        this.behind = behind;
    }

    /** @param form a form's body with Slack's interaction in the field {@code payload}; its signature is checked */
    public void form(String form) {
        List<Click> clicks = Stream.of(form.split("&", -1))
                .filter(field -> field.startsWith("payload="))
                .flatMap(field -> Click.in(decoded(field.substring("payload=".length()))).stream())
                .toList();
        act(clicks);
    }

    void payload(JsonNode payload) {
        act(Click.in(payload));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noForm) {
            return "";
        }
    }

    private void act(List<Click> clicks) {
        if (!clicks.isEmpty()) {
            behind.execute(() -> clicks.forEach(this::act));
        }
    }

    private void act(Click click) {
        try {
            click.act(actions.get());
            LOG.infof(
                    "%s for %d incidents: %s",
                    click.deed().id(), click.incidents().size(), click.who().name());
        } catch (RuntimeException e) {
            LOG.errorf(e, "a button did not work: action=%s", click.deed().id());
        }
    }
}
