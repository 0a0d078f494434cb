package offlist.alert.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import offlist.alert.Headline;
import offlist.alert.Item;
import offlist.alert.Message;
import offlist.alert.NextSteps;
import offlist.alert.SafeText;
import offlist.alert.Tone;
import offlist.alert.chat.Standing;

/** A message as Slack's incoming webhooks and its Web API take it. */
final class SlackPayload {
    private static final int LONGEST_CAUSE = 1000;

    private SlackPayload() {}

    static ObjectNode of(Message message) {
        return of(message, Buttons.NONE);
    }

    static ObjectNode of(Message message, Buttons buttons) {
        return of(message, Tone.of(message), Headline.of(message), buttons);
    }

    /** How the thread stands, for the message that began it. */
    static ObjectNode ofState(Message message, Buttons buttons) {
        Standing standing = Standing.of(message);
        return of(message, standing.tone(), standing.headline(), buttons);
    }

    private static ObjectNode of(Message message, Tone tone, String what, Buttons buttons) {
        String headline = tone.sign() + " " + what;
        ObjectNode payload = JsonNodeFactory.instance
                .objectNode()
                // Shown in notifications and where blocks are not.
                .put("text", Mrkdwn.escape(headline))
                .put("mrkdwn", false)
                .put("unfurl_links", false)
                .put("unfurl_media", false);
        payload.putArray("blocks").add(Blocks.header(headline));
        // Only an attachment has a coloured edge.
        ArrayNode blocks = payload.putArray("attachments")
                .addObject()
                .put("color", tone.colour())
                .put("fallback", Mrkdwn.escape(headline))
                .putArray("blocks");
        details(message).forEach(blocks::add);
        buttons.of(message).forEach(blocks::add);
        blocks.add(Blocks.context("Offlist · " + Mrkdwn.time(message.at())));
        return payload;
    }

    private static List<ObjectNode> details(Message message) {
        return message.items().size() == 1
                ? detail(message, message.items().getFirst())
                : new GroupBlocks(message).all();
    }

    private static List<ObjectNode> detail(Message message, Item item) {
        return switch (item) {
            case Item.OnList onList -> new ListingBlocks(onList, message.alsoOpen()).all();
            case Item.ListState state ->
                health(NextSteps.ofList(state.health().state()), state.health().cause());
            case Item.ResolverState state -> health(NextSteps.ofResolver(state), state.why());
            case Item.Notice notice -> notice(notice);
        };
    }

    private static List<ObjectNode> notice(Item.Notice notice) {
        List<ObjectNode> blocks = new ArrayList<>();
        if (!notice.lines().isEmpty()) {
            blocks.add(Blocks.plainLines(notice.lines()));
        }
        notice.action().forEach(action -> blocks.add(Blocks.plainSection(SafeText.line(action, LONGEST_CAUSE))));
        return blocks;
    }

    private static List<ObjectNode> health(String meaning, String cause) {
        ObjectNode effect = Blocks.mrkdwnSection(meaning);
        return cause.isBlank()
                ? List.of(effect)
                : List.of(effect, Blocks.plainSection(SafeText.line(cause, LONGEST_CAUSE)));
    }
}
