package offlist.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import offlist.testing.HttpSink;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;

/**
 * Listings that come and go, and a book about them that does not depend on the program. A careful pair changes only when the
 * change before it has arrived everywhere, so that each change is exactly one transition; a wild one changes at any time.
 */
final class KillStory {
    static final List<String> ZONES = List.of("one.example", "two.example", "three.example");
    private static final int CAREFUL = 7;
    private static final int WILD = 2;

    /** An address on a list, and how often its entry changed. */
    static final class Pair {
        final String address;
        final String zone;
        final boolean careful;
        int changes;

        Pair(String address, String zone, boolean careful) {
            this.address = address;
            this.zone = zone;
            this.careful = careful;
        }

        boolean listed() {
            return changes % 2 == 1;
        }

        String list() {
            return zone.substring(0, zone.indexOf('.'));
        }

        @Override
        public String toString() {
            return address + "/" + list();
        }
    }

    private final Rbldnsd lists;
    private final HttpSink slack;
    private final Random random;
    private final Map<String, Pair> pairs = new LinkedHashMap<>();
    /** Transitions as they were first shown. */
    private final Map<String, JsonNode> seen = new LinkedHashMap<>();

    KillStory(Rbldnsd lists, HttpSink slack, Random random) {
        this.lists = lists;
        this.slack = slack;
        this.random = random;
        for (String zone : ZONES) {
            for (int i = 0; i < CAREFUL + WILD; i++) {
                Pair pair = new Pair("192.0.2." + (11 + i), zone, i < CAREFUL);
                pairs.put(pair.toString(), pair);
            }
        }
    }

    List<Pair> pairs() {
        return List.copyOf(pairs.values());
    }

    /** Goes on with the story as far as the program has followed it. */
    void step(OfflistProcess offlist) {
        look(offlist);
        Set<String> open = open(offlist);
        for (Pair pair : pairs.values()) {
            boolean may = pair.careful ? arrived(pair, open) : random.nextInt(6) == 0;
            if (may && random.nextInt(3) == 0) {
                change(pair);
            }
        }
    }

    private void change(Pair pair) {
        pair.changes++;
        if (pair.listed()) {
            lists.list(pair.zone, pair.address, "127.0.0.2", "change " + pair.changes);
        } else {
            lists.unlist(pair.zone, pair.address);
        }
    }

    /** Whether the program and its receiver know of all changes of a careful pair. */
    boolean arrived(Pair pair, Set<String> open) {
        return open.contains(pair.toString()) == pair.listed() && told(pair).size() == pair.changes;
    }

    /** What Slack was told of a pair, each message once, in the order of arrival. */
    List<String> told(Pair pair) {
        Map<String, String> messages = new LinkedHashMap<>();
        posts(pair).forEach(post -> messages.putIfAbsent(post.key(), post.headline()));
        return new ArrayList<>(messages.values());
    }

    List<HttpSink.Post> posts(Pair pair) {
        return slack.posts(pair.address + " ").stream()
                .filter(post -> post.headline().contains(" " + pair.list()))
                .toList();
    }

    static Set<String> open(OfflistProcess offlist) {
        return offlist.all("listings?open=true").stream().map(KillStory::name).collect(Collectors.toSet());
    }

    static String name(JsonNode node) {
        return node.path("address").asText() + "/" + node.path("list").asText();
    }

    /** Reads the history and compares it with what it said before. */
    List<JsonNode> look(OfflistProcess offlist) {
        List<JsonNode> transitions = offlist.all("transitions");
        Map<String, JsonNode> now = new LinkedHashMap<>();
        for (JsonNode transition : transitions) {
            if (now.put(transition.path("id").asText(), transition) != null) {
                throw new AssertionError("twice in the history: " + transition);
            }
        }
        seen.forEach((id, before) -> {
            if (!before.equals(now.get(id))) {
                throw new AssertionError("the history said " + before + " and says " + now.get(id));
            }
        });
        seen.putAll(now);
        return transitions;
    }
}
