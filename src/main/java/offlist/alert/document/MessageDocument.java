package offlist.alert.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import offlist.alert.Headline;
import offlist.alert.Item;
import offlist.alert.Message;

/** A message as a document for programs, of limited size. */
public final class MessageDocument {
    /** Goes up when a program that reads the document has to be changed. */
    public static final int VERSION = 1;

    private static final int MOST_ITEMS = 1_000;
    private static final int MOST_BYTES = 512 * 1024;

    private MessageDocument() {}

    /** What does not fit is the least bad, and is counted in {@code more}. */
    public static ObjectNode of(Message message) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("version", VERSION)
                .put("id", message.key())
                .put("thread", message.threadKey())
                .put("receiver", message.receiver())
                .put("kind", message.kind().label())
                .put("repeated", message.repeated())
                .put("last", message.last())
                .put("at", message.at().toString())
                .put("headline", Headline.of(message))
                .put("link", Texts.uri(message.links().start()));
        ArrayNode items = document.putArray("items");
        int shown = fill(items, message);
        return document.put("more", message.items().size() - shown).put("alsoOpen", message.alsoOpen());
    }

    private static int fill(ArrayNode items, Message message) {
        List<Item> all = message.items();
        int bytes = 0;
        for (int i = 0; i < Math.min(all.size(), MOST_ITEMS); i++) {
            ObjectNode item = ItemDocument.of(message, all.get(i));
            bytes += item.toString().getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                return i;
            }
            items.add(item);
        }
        return items.size();
    }
}
