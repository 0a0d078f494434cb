package offlist.alert.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.alert.Actions;

/** A button that somebody has pressed. */
record Click(Deed deed, List<String> incidents, Actions.Actor who) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SILENCE = Duration.ofHours(24);
    private static final int MOST = 200;

    /** What buttons do; the id is what Slack gives back. */
    enum Deed {
        ACKNOWLEDGE("offlist.acknowledge"),
        SILENCE("offlist.silence"),
        REMOVAL_REQUESTED("offlist.removal-requested");

        private final String id;

        Deed(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }

        static Optional<Deed> of(String id) {
            return Stream.of(values()).filter(deed -> deed.id.equals(id)).findFirst();
        }
    }

    /** @param payload what Slack calls an interaction; anything else has no clicks */
    static List<Click> in(String payload) {
        try {
            return in(JSON.readTree(payload));
        } catch (JsonProcessingException noJson) {
            return List.of();
        }
    }

    static List<Click> in(JsonNode payload) {
        if (!payload.path("type").asText().equals("block_actions")) {
            return List.of();
        }
        JsonNode user = payload.path("user");
        String name = user.path("username").asText(user.path("name").asText());
        Actions.Actor who = new Actions.Actor("slack:" + user.path("id").asText() + " (" + name + ")");
        List<Click> clicks = new ArrayList<>();
        for (JsonNode action : payload.path("actions")) {
            List<String> incidents =
                    action.path("value").asText().lines().limit(MOST).toList();
            Deed.of(action.path("action_id").asText()).ifPresent(deed -> clicks.add(new Click(deed, incidents, who)));
        }
        return clicks;
    }

    void act(Actions actions) {
        for (String incident : incidents) {
            switch (deed) {
                case ACKNOWLEDGE -> actions.acknowledge(incident, who);
                case SILENCE -> actions.silence(incident, SILENCE, who);
                case REMOVAL_REQUESTED -> actions.removalRequested(incident, who);
            }
        }
    }
}
