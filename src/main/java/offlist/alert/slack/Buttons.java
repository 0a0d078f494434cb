package offlist.alert.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.alert.Item;
import offlist.alert.Item.Change;
import offlist.alert.Message;

/**
 * What can be done about a message right where it stands. Where nobody would hear of a pressed button there are links to
 * the pages instead; they are plain ones, because Slack puts a warning beside a link button of an app without an endpoint.
 */
public enum Buttons {
    /** Neither buttons nor links. */
    NONE,
    LINKS,
    PRESSED;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Slack gives back 2,000 characters of a button. */
    private static final int LONGEST_VALUE = 2000;

    List<ObjectNode> of(Message message) {
        List<Item> open = message.items().stream()
                .filter(item -> item.change() != Change.CLOSED)
                .toList();
        if (open.isEmpty() || this == NONE) {
            return List.of();
        }
        String all = incidents(open.stream());
        return this == PRESSED && all.length() <= LONGEST_VALUE ? pressed(open, all) : links(message, open);
    }

    private static String incidents(Stream<Item> items) {
        return items.map(Item::incident).distinct().collect(Collectors.joining("\n"));
    }

    private static List<ObjectNode> pressed(List<Item> open, String all) {
        ObjectNode block = JSON.objectNode().put("type", "actions");
        ArrayNode elements = block.putArray("elements")
                .add(button("Acknowledge", Click.Deed.ACKNOWLEDGE, all).put("style", "primary"))
                .add(button("Silence 24 h", Click.Deed.SILENCE, all));
        String listings = incidents(open.stream().filter(Item.OnList.class::isInstance));
        if (!listings.isEmpty()) {
            elements.add(button("Mark removal requested", Click.Deed.REMOVAL_REQUESTED, listings));
        }
        return List.of(block);
    }

    private static ObjectNode button(String text, Click.Deed deed, String incidents) {
        ObjectNode button = JSON.objectNode()
                .put("type", "button")
                .put("action_id", deed.id())
                .put("value", incidents);
        button.putObject("text").put("type", "plain_text").put("text", text);
        return button;
    }

    private static List<ObjectNode> links(Message message, List<Item> open) {
        List<String> links = new ArrayList<>();
        if (open.size() == 1) {
            Item only = open.getFirst();
            message.links().incident(only).ifPresent(page -> links.add(Mrkdwn.link(page, "Acknowledge or silence")));
            message.links().of(only).ifPresent(page -> links.add(Mrkdwn.link(page, "Removal task and history")));
        } else {
            Optional<String> all = message.links().start().map(page -> Mrkdwn.link(page, "All of it on the pages"));
            all.ifPresent(links::add);
        }
        return links.isEmpty() ? List.of() : List.of(Blocks.mrkdwnSection(String.join(" · ", links)));
    }
}
