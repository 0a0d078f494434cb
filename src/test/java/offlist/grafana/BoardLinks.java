package offlist.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The addresses that a dashboard leads to, with values of the story in the place of what was pressed. */
final class BoardLinks {
    private static final String OFFLIST = "${offlist_url}";
    private static final Pattern FIELD =
            Pattern.compile("\\$\\{(?:__data\\.fields\\.|__field\\.labels\\.)?(\\w+)(?::percentencode)?}");
    private static final Map<String, String> VALUES =
            Map.of("address", DashboardStory.ADDRESS, "list", StoryLists.PARTNER, "pool", DashboardStory.TRANSACTIONAL);

    private BoardLinks() {}

    /** Paths of Offlist's own pages. */
    static TreeSet<String> pages(BoardFile board) {
        TreeSet<String> pages = new TreeSet<>();
        Stream.concat(
                        board.json().path("links").valueStream(),
                        board.json().path("panels").findValues("links").stream().flatMap(JsonNode::valueStream))
                .map(link -> link.path("url").asText())
                .filter(url -> url.startsWith(OFFLIST))
                .forEach(url -> pages.add(filled(url.substring(OFFLIST.length()))));
        return pages;
    }

    private static String filled(String path) {
        return FIELD.matcher(path).replaceAll(match -> {
            String value = VALUES.get(match.group(1));
            if (value == null) {
                throw new AssertionError("no value for " + match.group() + " in " + path);
            }
            return value;
        });
    }
}
