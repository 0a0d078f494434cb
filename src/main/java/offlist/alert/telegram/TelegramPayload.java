package offlist.alert.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Collectors;
import offlist.alert.Message;
import offlist.alert.chat.Outline;
import offlist.alert.chat.Outlines;

/** A message as {@code sendMessage} takes it. */
final class TelegramPayload {
    /** Telegram takes 4,096 characters after reading the markup; counted with the markup there is a reserve. */
    private static final int ROOM = 4096;

    private TelegramPayload() {}

    /** @param first the number of the message that began the thread */
    static ObjectNode of(Message message, String chat, Optional<Long> first) {
        ObjectNode payload = JsonNodeFactory.instance
                .objectNode()
                .put("chat_id", chat)
                .put("text", text(Outlines.of(message)))
                .put("parse_mode", "HTML");
        payload.putObject("link_preview_options").put("is_disabled", true);
        first.ifPresent(number -> payload.putObject("reply_parameters")
                .put("message_id", number)
                .put("allow_sending_without_reply", true));
        return payload;
    }

    private static String text(Outline outline) {
        String start = TelegramText.bold(outline.title()) + "\n";
        String end = outline.page()
                .map(page -> "\n" + TelegramText.link(page, "All of it"))
                .orElse("");
        return start
                + outline
                        .fitting(
                                ROOM - start.length() - end.length(),
                                line -> TelegramText.line(line).length() + 1)
                        .stream()
                        .map(TelegramText::line)
                        .collect(Collectors.joining("\n"))
                + end;
    }
}
