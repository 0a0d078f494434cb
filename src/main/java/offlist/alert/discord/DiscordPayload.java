package offlist.alert.discord;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import offlist.alert.Message;
import offlist.alert.chat.Outline;

/** A message as Discord's webhooks take it. */
final class DiscordPayload {
    /** Discord takes 4,096 characters in an embed's description and 6,000 in all. */
    private static final int ROOM = 4096;

    private DiscordPayload() {}

    static ObjectNode of(Message message, Outline outline) {
        ObjectNode payload = JsonNodeFactory.instance
                .objectNode()
                // What notifications show; an address in it is no preview.
                .put("content", "**" + DiscordText.words(outline.title().replace("://", ": //")) + "**");
        payload.putObject("allowed_mentions").putArray("parse");
        ObjectNode embed = payload.putArray("embeds")
                .addObject()
                .put("description", description(outline))
                .put("color", Integer.parseInt(outline.tone().colour().substring(1), 16))
                .put("timestamp", message.at().toString());
        embed.putObject("footer").put("text", "Offlist");
        return payload;
    }

    private static String description(Outline outline) {
        String end = outline.page()
                .map(page -> "\n" + DiscordText.link(page, "All of it"))
                .orElse("");
        return outline
                        .fitting(
                                ROOM - end.length(),
                                line -> DiscordText.line(line).length() + 1)
                        .stream()
                        .map(DiscordText::line)
                        .collect(Collectors.joining("\n"))
                + end;
    }
}
