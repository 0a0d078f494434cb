package offlist.grafana;

import java.util.List;
import java.util.stream.Stream;
import offlist.testing.Rbldnsd;
import offlist.testing.Unbound;

/** The lists of the story, on a real list server behind two real resolvers that know nothing else. */
final class StoryLists implements AutoCloseable {
    static final String TRAP = "trap";
    static final String SNOWSHOE = "snowshoe";
    static final String DYNAMIC = "dynamic";
    static final String NOTES = "notes";
    static final String REPUTATION = "reputation";
    static final String METERED = "metered";
    static final String PARTNER = "partner";

    /** What of the configuration is about lists. */
    static final String CONFIGURATION = """
            lists:
              use: []
              custom:
                - {id: trap, zone: trap.lists.example, severity: critical, kinds: [ipv4], codes: [{match: 127.0.0.*, effect: listed, reason: spam-source, meaning: hit a trap}]}
                - {id: snowshoe, zone: snowshoe.lists.example, severity: major, kinds: [ipv4], codes: [{match: 127.0.0.*, effect: listed, reason: snowshoe, meaning: sends from many addresses}]}
                - {id: dynamic, zone: dynamic.lists.example, severity: minor, kinds: [ipv4], codes: [{match: 127.0.0.*, effect: listed, reason: policy-range, meaning: said to be dynamic}]}
                - {id: notes, zone: notes.lists.example, severity: informational, kinds: [ipv4], codes: [{match: 127.0.0.*, effect: listed, reason: generic-reverse-dns, meaning: a name as of an access network}]}
                - {id: metered, zone: metered.lists.example, severity: minor, kinds: [ipv4], limit-per-day: 40000}
                - id: reputation
                  zone: reputation.lists.example
                  kinds: [ipv4]
                  type: reputation-score
                  style: score
                  score: {poor: 40, good: 80}
                - id: partner
                  zone: partner.lists.example
                  kinds: [ipv4]
                  codes: [{match: 127.0.0.2, effect: listed, reason: spam-source, meaning: sent spam}]
                  removal: {methods: [self-service], removal-url: "https://partner.example/remove?ip={ip}", typical-time: a day, typical-after: 1d}
            """;

    private static final List<String> ALL = List.of(TRAP, SNOWSHOE, DYNAMIC, NOTES, METERED, REPUTATION, PARTNER);

    private final Rbldnsd server =
            Rbldnsd.serving(ALL.stream().map(StoryLists::zone).toArray(String[]::new));
    private final Unbound first = resolver();
    private final Unbound second = resolver();

    static String zone(String list) {
        return list + ".lists.example";
    }

    /** The reverse name of one address is as lists want it, all others are missing. */
    private Unbound resolver() {
        Unbound unbound = new Unbound()
                .option("local-zone: \".\" static")
                .option("local-zone: \"lists.example\" transparent")
                .owning("2.0.192.in-addr.arpa")
                .record("10.2.0.192.in-addr.arpa. IN PTR mta10.shop.example.")
                .owning("shop.example")
                .record("mta10.shop.example. IN A 192.0.2.10");
        ALL.forEach(list -> unbound.forZone(zone(list), server.port()));
        return unbound.start();
    }

    List<String> resolvers() {
        return List.of(first.resolver(), second.resolver());
    }

    void list(String list, String address, String code) {
        server.list(zone(list), address, code, "seen by " + list);
    }

    void scores(String address, int score) {
        server.list(zone(REPUTATION), address, "127.0.0." + score, "score");
    }

    void unlist(String list, String address) {
        server.unlist(zone(list), address);
    }

    /** From now on it says of everything that it is listed, also of what no list may have. */
    void goesBlind(String list) {
        for (String range : List.of("127.0.0.1", "192.0.2.0/24", "198.51.100.0/24")) {
            server.list(zone(list), range, "127.0.0.2", "everything");
        }
    }

    void loseSecondResolver() {
        second.stop();
    }

    @Override
    public void close() {
        Stream.of(first, second).forEach(Unbound::close);
        server.close();
    }
}
