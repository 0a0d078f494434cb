package offlist.alert;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import offlist.alert.Item.Change;

/** A message of each kind under its name, for golden files and pictures. */
public final class Gallery {
    public static final Links PAGES = new Links(Optional.of(URI.create("https://offlist.example.com/")));

    private Gallery() {}

    public static Map<String, Message> all() {
        Map<String, Message> all = new LinkedHashMap<>();
        all.put("opened", linked(Messages.opened()));
        all.put("changed", Messages.changed());
        all.put("delisted", over());
        all.put("left", Messages.left());
        all.put("still", linked(Messages.still()));
        all.put("thirty", Messages.thirty());
        all.put("three hundred", threeHundred());
        all.put("several", Messages.several());
        all.put("list health", Messages.mad());
        all.put("trouble", linked(Messages.trouble()));
        all.put("goes on", Messages.goesOn());
        all.put("hostile", linked(Messages.hostile()));
        return all;
    }

    /** All of them, and what is told of resolvers. */
    public static List<Message> everything() {
        List<Message> every = new ArrayList<>(all().values());
        every.addAll(ResolverMessages.all().values());
        every.add(Messages.hostileGroup());
        return every;
    }

    /** Told when it was over. */
    private static Message over() {
        Message closed = Messages.delisted();
        return new Message(
                closed.id(),
                closed.receiver(),
                closed.kind(),
                false,
                Events.T0.plus(Duration.ofMinutes(192)).plusSeconds(30),
                closed.items(),
                0);
    }

    /** On two lists. */
    public static Message threeHundred() {
        List<Item> items = IntStream.range(0, 300)
                .mapToObj(i ->
                        listed("198.51." + (100 + i / 250) + "." + i % 250, i % 3 == 2 ? "SpamCop" : "Spamhaus ZEN"))
                .toList();
        return linked(Messages.message(items, 12));
    }

    /** So many addresses on a list. */
    public static Message listed(int addresses) {
        return linked(Messages.message(
                IntStream.range(0, addresses)
                        .mapToObj(i -> listed("198.51." + (100 + i / 250) + "." + i % 250, "Spamhaus ZEN"))
                        .toList(),
                0));
    }

    private static Item listed(String address, String list) {
        Item.OnList item = (Item.OnList) Messages.item(Change.OPENED, Events.listing(address));
        ListFacts facts = item.facts();
        ListFacts named = new ListFacts(
                list,
                facts.zone(),
                facts.impact(),
                facts.means(),
                facts.action(),
                facts.before(),
                facts.warnings(),
                facts.lookup(),
                facts.removal());
        return new Item.OnList(Change.OPENED, item.listing(), List.of(), named);
    }

    public static Message linked(Message message) {
        return new Message(
                message.id(),
                message.thread(),
                message.receiver(),
                message.kind(),
                message.repeated(),
                message.at(),
                message.items(),
                message.alsoOpen(),
                PAGES);
    }

    /** All of them as a receiver gets them. */
    public static String read(Function<Message, String> text) {
        return all().entrySet().stream()
                .map(each -> "== " + each.getKey() + "\n"
                        + text.apply(each.getValue()).strip() + "\n")
                .collect(Collectors.joining("\n"));
    }
}
