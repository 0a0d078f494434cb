package offlist.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import offlist.testing.OfflistProcess;
import offlist.testing.Prometheus.Series;

/** What the panels show is what the daemon says by its API and its pages. */
record BoardAgreement(OfflistProcess offlist, BoardAsker boards) {
    private static final Pattern RESOLVER =
            Pattern.compile("<span class=\"mono\">([\\d.:]+)</span> <span class=\"chip state \\w+\">([\\w ]+)</span>");

    void holds() {
        listings();
        pools();
        lists();
        resolvers();
        tasks();
        figures();
        refusals();
        parts();
    }

    /** Open listings by severity, by list and one by one. */
    private void listings() {
        List<JsonNode> open = offlist.all("listings?open=true");
        assertThat(numbers(OverviewBoard.UID, "Open listings", "severity"))
                .isEqualTo(counted(open, each -> each.path("severity").asText()));
        assertThat(rows(ListBoard.UID, "Addresses", "address", "list", "severity", "reason"))
                .isEqualTo(counted(open, each -> words(each, "address", "list", "severity", "reason"))
                        .keySet());
        for (JsonNode list : asked()) {
            String id = list.path("id").asText();
            assertThat(BoardNumbers.positive(
                            boards.with("list", id)
                                    .shown(ListBoard.UID, "Addresses")
                                    .first(),
                            "address"))
                    .as(id)
                    .hasSize(list.path("listings").asInt());
        }
    }

    private List<JsonNode> asked() {
        return offlist.api("lists")
                .path("items")
                .valueStream()
                .filter(each -> each.path("asked").asBoolean())
                .toList();
    }

    private void pools() {
        for (JsonNode pool : offlist.api("pools").path("items")) {
            BoardAsker chosen = boards.with("pool", pool.path("name").asText());
            double listed = only(chosen, PoolBoard.UID, "Listed");
            assertThat(listed).as(pool.toString()).isEqualTo(pool.path("listed").asInt());
            assertThat(listed + only(chosen, PoolBoard.UID, "Clean") + only(chosen, PoolBoard.UID, "Not known"))
                    .as(pool.toString())
                    .isEqualTo(pool.path("addresses").asInt());
            assertThat(chosen.shown(PoolBoard.UID, "By list").first().stream()
                            .mapToDouble(Series::last)
                            .sum())
                    .as(pool.toString())
                    .isEqualTo(pool.path("listings").asInt());
        }
    }

    private static double only(BoardAsker boards, String board, String panel) {
        List<Series> series = boards.shown(board, panel).first();
        assertThat(series).as(panel).hasSize(1);
        return series.getFirst().last();
    }

    private void lists() {
        List<JsonNode> lists = asked();
        Map<String, Double> health = numbers(ListBoard.UID, "Health", "list");
        Map<String, Double> unknown = numbers(ListBoard.UID, "Unknown", "list");
        Map<String, Double> intervals = latest(ListBoard.UID, "Interval", "list", "kind");
        assertThat(health).hasSameSizeAs(lists);
        for (JsonNode list : lists) {
            String id = list.path("id").asText();
            assertThat(code(Codes.LIST, health.getOrDefault(id, 0.0)))
                    .as(id)
                    .isEqualTo(list.path("health").path("state").asText());
            assertThat(unknown.getOrDefault(id, 0.0))
                    .as(id)
                    .isEqualTo(list.path("unknownPairs").asDouble());
            for (String kind : List.of("wanted", "planned")) {
                assertThat(intervals)
                        .containsEntry(
                                id + " " + kind,
                                list.path("interval").path(kind + "Seconds").asDouble());
            }
        }
    }

    private static String code(Codes codes, double number) {
        return number < 1 ? "" : codes.all().get((int) number - 1).value();
    }

    private void resolvers() {
        Map<String, String> said = RESOLVER.matcher(offlist.page("/?refresh=off"))
                .results()
                .collect(Collectors.toMap(each -> each.group(1), each -> each.group(2)));
        Map<String, String> shown = new TreeMap<>();
        latest(DaemonBoard.UID, "Resolvers", "resolver")
                .forEach((resolver, number) ->
                        shown.put(resolver, code(Codes.RESOLVER, number).replace('_', ' ')));
        assertThat(shown).isNotEmpty().isEqualTo(said);
    }

    private void tasks() {
        List<JsonNode> tasks = offlist.all("tasks");
        assertThat(latest(RemovalBoard.UID, "Tasks by state", "state").entrySet().stream()
                        .filter(each -> each.getValue() > 0)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .isEqualTo(counted(
                        tasks.stream()
                                .filter(each -> !each.path("state").asText().equals("closed"))
                                .toList(),
                        each -> each.path("state").asText()));
        List<List<String>> states = List.of(
                List.of("ready"),
                List.of("blocked"),
                List.of("overdue"),
                List.of("requested", "waiting"),
                List.of("closed"));
        var columns = boards.shown(RemovalBoard.UID, "Tasks by list").answers();
        IntStream.range(0, states.size())
                .forEach(i -> assertThat(BoardNumbers.positive(columns.get(i).series(), "list"))
                        .isEqualTo(counted(
                                tasks.stream()
                                        .filter(each -> states.get(i)
                                                .contains(each.path("state").asText()))
                                        .toList(),
                                each -> each.path("list").asText())));
    }

    private void figures() {
        JsonNode lists = offlist.api("removal/figures").path("lists");
        var columns =
                boards.shown(RemovalBoard.UID, "What lists make of requests").answers();
        Map<String, Double> requests = BoardNumbers.latest(columns.get(0).series(), "list");
        Map<String, Double> granted = BoardNumbers.latest(columns.get(1).series(), "list");
        Map<String, Double> again = BoardNumbers.latest(columns.get(2).series(), "list");
        for (JsonNode each : lists) {
            String list = each.path("list").asText();
            JsonNode figure = each.path("figures");
            assertThat(requests.getOrDefault(list, 0.0))
                    .as(each.toString())
                    .isEqualTo(figure.path("requested").asDouble());
            same(granted.get(list), figure.path("success"), each);
            same(again.get(list), figure.path("relapse"), each);
        }
    }

    private static void same(@org.jspecify.annotations.Nullable Double shown, JsonNode said, JsonNode where) {
        assertThat(shown).as(where.toString()).isEqualTo(said.isNumber() ? said.asDouble() : null);
    }

    /** No address is listed all the time that is shown, and no list has it longer than all together. */
    private void parts() {
        for (Series all :
                boards.shown(AddressBoard.UID, "Listed part of the time").first()) {
            assertThat(all.last()).isGreaterThan(0).isLessThan(1);
            assertThat(latest(AddressBoard.UID, "Listed part of the time, by list", "list")
                            .values())
                    .isNotEmpty()
                    .allSatisfy(part -> assertThat(part).isBetween(0.0, all.last()));
        }
    }

    /** The panels show increases, which Prometheus reckons; the counter behind them is exact. */
    private void refusals() {
        Map<String, Double> counters =
                BoardNumbers.positive(boards.prometheus().now("sum by (class) (offlist_refusals_total)"), "class");
        assertThat(counters)
                .isEqualTo(counted(
                        offlist.all("refusals"), each -> each.path("class").asText()));
        assertThat(rows(RecipientsBoard.UID, "Class and list", "class")).isEqualTo(counters.keySet());
    }

    private Map<String, Double> numbers(String board, String panel, String... labels) {
        return BoardNumbers.positive(boards.shown(board, panel).all(), labels);
    }

    private Map<String, Double> latest(String board, String panel, String... labels) {
        return BoardNumbers.latest(boards.shown(board, panel).first(), labels);
    }

    private java.util.Set<String> rows(String board, String panel, String... labels) {
        return BoardNumbers.positive(boards.shown(board, panel).first(), labels).keySet();
    }

    private static Map<String, Double> counted(List<JsonNode> all, Function<JsonNode, String> by) {
        return all.stream().collect(Collectors.toMap(by, each -> 1.0, Double::sum, TreeMap::new));
    }

    private static String words(JsonNode node, String... fields) {
        return java.util.Arrays.stream(fields)
                .map(field -> node.path(field).asText())
                .collect(Collectors.joining(" "));
    }
}
