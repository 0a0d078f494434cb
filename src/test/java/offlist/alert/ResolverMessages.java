package offlist.alert;

import static offlist.alert.Events.T0;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.alert.Item.Change;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.Zone;
import offlist.dns.ResolverId;
import offlist.probe.AskedList;
import offlist.probe.Health;
import offlist.probe.Symptom;
import offlist.probe.Symptom.Blame;
import offlist.probe.Symptom.Sign;
import offlist.track.HealthBook;
import offlist.track.Path;
import offlist.track.ResolverStatus;

/** What is told of resolvers, with the causes the program finds for them. */
public final class ResolverMessages {
    private static final ResolverId OWN = new ResolverId("127.0.0.1:53");
    private static final ResolverId GOOGLE = new ResolverId("8.8.8.8:53");
    private static final List<String> LISTS = List.of("barracuda", "bl", "psbl", "spamcop", "spamhaus-zen", "sorbs");

    private ResolverMessages() {}

    /** All of them, each under what it is about. */
    public static Map<String, Message> all() {
        Map<String, Message> all = new LinkedHashMap<>();
        all.put("silent", opened(OWN, 6, seen(Sign.NO_ANSWER, "timeout")));
        all.put("port closed", opened(OWN, 1, blamed(Sign.NO_ANSWER, "port closed")));
        all.put("reaches nobody", opened(OWN, 3, seen(Sign.NO_ANSWER, "SERVFAIL")));
        all.put("takes no questions", opened(OWN, 2, seen(Sign.DENIED, "REFUSED")));
        all.put("rewrites", opened(OWN, 6, seen(Sign.OUTSIDE, "203.0.113.80")));
        all.put("strips", opened(OWN, 5, seen(Sign.EMPTY, "NOERROR without records")));
        all.put("public", opened(GOOGLE, 2, seen(Sign.PUBLIC, "127.255.255.254")));
        all.put("public, one list", filtered(OWN, 1, seen(Sign.PUBLIC, "127.255.255.254")));
        all.put("filters one list", filtered(GOOGLE, 1, gone()));
        all.put("filters two lists", filtered(OWN, 2, gone()));
        all.put("still silent", message(Change.STILL, status(OWN, 2, seen(Sign.NO_ANSWER, "timeout"), List.of(OWN))));
        all.put("well again", message(state(Change.CLOSED, OWN, "healthy", "")));
        all.put("not asked any more", message(state(Change.CLOSED, OWN, "healthy", "it is not asked any more")));
        all.put("in the words of another version", message(state(Change.OPENED, OWN, "sulks", "it sulks")));
        all.put("two at once", two());
        return all;
    }

    /** All of them as a receiver reads them. */
    public static String read(Function<Message, String> text) {
        return all().entrySet().stream()
                .map(each -> "== " + each.getKey() + "\n"
                        + text.apply(each.getValue()).strip() + "\n")
                .collect(Collectors.joining("\n"));
    }

    private static Message two() {
        List<Item> both = new ArrayList<>();
        both.addAll(opened(OWN, 2, seen(Sign.EMPTY, "NOERROR without records")).items());
        both.addAll(opened(GOOGLE, 2, seen(Sign.PUBLIC, "127.255.255.254")).items());
        return message(both.toArray(Item[]::new));
    }

    private static Message opened(ResolverId resolver, int lists, Health ill) {
        return message(Change.OPENED, status(resolver, lists, ill, List.of(resolver)));
    }

    /** The lists are fine through another resolver. */
    private static Message filtered(ResolverId resolver, int lists, Health ill) {
        ResolverId other = new ResolverId("127.0.0.2:53");
        return message(Change.OPENED, status(resolver, lists, ill, List.of(resolver, other)));
    }

    private static ResolverStatus status(ResolverId resolver, int ill, Health health, List<ResolverId> resolvers) {
        HealthBook book = new HealthBook(new Random(1));
        Set<Kind> kinds = Set.of(Kind.IPV4);
        boolean others = resolvers.size() > 1;
        List<String> lists = others ? LISTS : LISTS.subList(0, ill);
        lists.forEach(list -> book.watch(asked(list, resolvers), kinds, Duration.ofMinutes(10), T0));
        for (int i = 0; i < lists.size(); i++) {
            Health said = i < ill ? health : Health.HEALTHY;
            for (ResolverId each : resolvers) {
                Path path = new Path(new ListId(lists.get(i)), Kind.IPV4, each);
                book.tested(path, each.equals(resolver) ? said : Health.HEALTHY, T0);
            }
        }
        return book.resolver(resolver);
    }

    private static AskedList asked(String id, List<ResolverId> resolvers) {
        DnsList list = DnsList.custom(new ListId(id), Zone.of(id + ".test"));
        return new AskedList(list, list.zone(), resolvers, Duration.ofSeconds(1), 3);
    }

    private static Health seen(Sign sign, String words) {
        return ill(new Symptom(sign, Blame.OPEN, words));
    }

    private static Health blamed(Sign sign, String words) {
        return ill(new Symptom(sign, Blame.RESOLVER, words));
    }

    private static Health gone() {
        return ill(Symptom.NONE);
    }

    private static Health ill(Symptom symptom) {
        Health.State state = switch (symptom.sign()) {
            case NO_ANSWER -> Health.State.UNREACHABLE;
            case OUTSIDE -> Health.State.LISTS_EVERYTHING;
            case EMPTY, NONE -> Health.State.LISTS_NOTHING;
            case DENIED, PUBLIC -> Health.State.REFUSING;
        };
        return new Health(state, "a word about the list", symptom);
    }

    private static Message message(Change change, ResolverStatus status) {
        return message(state(change, status.resolver(), status.told().label(), status.cause()));
    }

    private static Item state(Change change, ResolverId resolver, String state, String cause) {
        return new Item.ResolverState(change, resolver, state, cause, T0);
    }

    private static Message message(Item... items) {
        boolean again = Stream.of(items).anyMatch(item -> item.change() == Change.STILL);
        return new Message(
                "ops/resolver-1", "ops", AlertKind.RESOLVER_HEALTH, again, T0.plusSeconds(30), List.of(items), 0);
    }
}
