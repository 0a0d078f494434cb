package offlist.alert;

import static offlist.alert.Events.CSS;
import static offlist.alert.Events.T0;
import static offlist.alert.Events.XBL;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import offlist.alert.Item.Change;
import offlist.catalogue.ListId;
import offlist.catalogue.Scope;
import offlist.catalogue.Severity;
import offlist.pool.Target;
import offlist.probe.Health;
import offlist.track.CloseReason;
import offlist.track.ListedCode;
import offlist.track.Listing;

/** Messages as they are put together, one of each kind. */
public final class Messages {
    public static final String HOSTILE = "<!channel> *x* <b>bold</b> \r\nBcc: all@example.com\u202E & `code` @here ";

    private Messages() {}

    public static Message opened() {
        return message(List.of(item(Change.OPENED, Events.listing("192.0.2.10"))), 0);
    }

    public static Message changed() {
        Listing listing =
                Events.with(Events.listing("2001:db8::25"), List.of(CSS, XBL), Optional.empty(), Optional.empty());
        return message(List.of(new Item.OnList(Change.CHANGED, listing, List.of(CSS), facts("2001:db8::25"))), 2);
    }

    public static Message delisted() {
        return closed(CloseReason.DELISTED);
    }

    public static Message left() {
        return closed(CloseReason.LEFT);
    }

    private static Message closed(CloseReason because) {
        Instant end = T0.plus(Duration.ofMinutes(192));
        Listing listing =
                Events.with(Events.listing("192.0.2.10"), List.of(CSS), Optional.of(end), Optional.of(because));
        return message(List.of(item(Change.CLOSED, listing)), 0);
    }

    public static Message still() {
        return new Message(
                "ops/still",
                "ops",
                AlertKind.LISTING,
                true,
                T0.plus(Duration.ofHours(51)),
                List.of(item(Change.STILL, Events.listing("192.0.2.10"))),
                0);
    }

    public static Message thirty() {
        List<Item> items = IntStream.range(0, 30)
                .mapToObj(i -> item(Change.OPENED, Events.listing("192.0.2." + (10 + i))))
                .toList();
        return message(items, 4);
    }

    public static Message several() {
        Message closed = delisted();
        return message(
                Stream.of(opened(), changed(), closed)
                        .flatMap(message -> message.items().stream())
                        .toList(),
                0);
    }

    public static Message mad() {
        return new Message(
                "ops/health-1",
                "ops",
                AlertKind.LIST_HEALTH,
                false,
                T0,
                List.of(new Item.ListState(
                        Change.OPENED,
                        Events.ZEN,
                        "Spamhaus ZEN",
                        new Health(Health.State.LISTS_EVERYTHING, "127.0.0.1 is listed " + HOSTILE),
                        T0)),
                0);
    }

    /** A trouble of our own, in sentences that hold something nasty. */
    public static Message trouble() {
        Item notice = new Item.Notice(
                AlertKind.POOL_SOURCE,
                Change.OPENED,
                "pool-source/marketing/file",
                "The file of pool marketing cannot be read",
                Severity.MAJOR,
                List.of("Its last good answer is used: 12 addresses.", "What it said: " + HOSTILE),
                List.of("See whether the file is there and can be read."),
                T0);
        return new Message("ops/trouble-1", "ops", AlertKind.POOL_SOURCE, false, T0, List.of(notice), 0);
    }

    public static Message digest() {
        Item notice = new Item.Notice(
                AlertKind.DIGEST,
                Change.OPENED,
                "digest/daily/2026-11-22",
                "Daily digest: 3 open, 1 new, 2 closed",
                Severity.INFORMATIONAL,
                List.of("Open: 3 on 2 lists.", "The oldest: 192.0.2.10 on Spamhaus ZEN for 2 d."),
                List.of(),
                T0);
        return new Message("ops/digest-1", "ops", AlertKind.DIGEST, false, T0, List.of(notice), 0);
    }

    /** What goes on in a thread that began with {@link #opened}, with pages to link to. */
    public static Message goesOn() {
        Message closed = delisted();
        return new Message(
                "ops/closed-1",
                opened().id(),
                "ops",
                AlertKind.LISTING,
                false,
                closed.at(),
                closed.items(),
                1,
                new Links(Optional.of(URI.create("https://offlist.example.com/"))));
    }

    /** Everything that can come from outside says something nasty, at length. */
    public static Message hostile() {
        String nasty = HOSTILE.repeat(300);
        Listing listing = new Listing(
                "L-nasty",
                Target.parse("192.0.2.10"),
                new ListId("house"),
                Events.pools("a_b_c"),
                Severity.MAJOR,
                Scope.ADDRESS,
                nasty,
                IntStream.range(0, 40)
                        .mapToObj(i -> new ListedCode(nasty, nasty, nasty, Optional.of(nasty)))
                        .toList(),
                nasty,
                T0,
                Optional.empty(),
                Optional.empty());
        ListFacts facts = new ListFacts(
                nasty,
                nasty,
                nasty,
                nasty,
                nasty,
                List.of(nasty, nasty, nasty),
                List.of(nasty),
                Optional.of(URI.create("https://example.com/?a=1&b=%3C%7C%3E")),
                Optional.empty());
        return message(List.of(new Item.OnList(Change.CHANGED, listing, listing.codes(), facts)), 0);
    }

    public static Message hostileGroup() {
        Item nasty = hostile().items().getFirst();
        return message(IntStream.range(0, 300).mapToObj(i -> nasty).toList(), 0);
    }

    static Item item(Change change, Listing listing) {
        return new Item.OnList(
                change, listing, List.of(), facts(listing.target().text()));
    }

    static Message message(List<Item> items, int alsoOpen) {
        return new Message("ops/open-1", "ops", AlertKind.LISTING, false, T0.plusSeconds(30), items, alsoOpen);
    }

    private static ListFacts facts(String address) {
        return new ListFacts(
                "Spamhaus ZEN",
                "zen.spamhaus.org",
                "the list most receivers reject on",
                "many addresses with thin, low-reputation traffic",
                "concentrate volume, consistent naming, real opt-in",
                List.of("HELO name that resolves, with matching reverse name", "stop the mail that reached traps"),
                List.of("removal is always free; nobody can sell it"),
                Optional.of(URI.create("https://check.spamhaus.org/query/ip/" + address.replace(":", "%3A"))),
                Optional.of(URI.create("https://check.spamhaus.org/")));
    }
}
