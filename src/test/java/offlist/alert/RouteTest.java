package offlist.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;

class RouteTest {
    private static final AlertLabels MAJOR = labels(Severity.MAJOR, "a");
    private static final AlertLabels MINOR = labels(Severity.MINOR, "a");

    @Test
    void withoutARouteTheFirstReceiverHearsEverything() {
        assertThat(heard(Optional.empty(), MAJOR)).containsExactly("ops");
    }

    @Test
    void withoutReceiversNobodyHears() {
        AlertSettings nobody = new AlertSettings(List.of(), Optional.empty(), Optional.empty());

        assertThat(Route.of(nobody).receivers(MAJOR)).isEmpty();
    }

    @Test
    void theParentHearsOnlyWhatNoChildMatches() {
        RouteSettings tree = node("ops", Map.of(), false, node("mail", severity("major"), false));

        assertThat(heard(tree, MAJOR)).containsExactly("mail");
        assertThat(heard(tree, MINOR)).containsExactly("ops");
    }

    @Test
    void theFirstMatchingChildEndsTheSearch() {
        RouteSettings tree =
                node("ops", Map.of(), false, node("mail", severity("major"), false), node("chat", Map.of(), false));

        assertThat(heard(tree, MAJOR)).containsExactly("mail");
    }

    @Test
    void continueGoesOnWithTheNextSibling() {
        RouteSettings tree =
                node("ops", Map.of(), false, node("mail", severity("major"), true), node("chat", Map.of(), false));

        assertThat(heard(tree, MAJOR)).containsExactly("mail", "chat");
        assertThat(heard(tree, MINOR)).containsExactly("chat");
    }

    @Test
    void continueOnTheLastChildDoesNotBringTheParentBack() {
        RouteSettings tree = node("ops", Map.of(), false, node("mail", severity("major"), true));

        assertThat(heard(tree, MAJOR)).containsExactly("mail");
    }

    @Test
    void allLabelsOfAMatchHaveToMatch() {
        RouteSettings tree = node(
                "ops", Map.of(), false, node("mail", Map.of("severity", Set.of("major"), "pool", Set.of("b")), false));

        assertThat(heard(tree, MAJOR)).containsExactly("ops");
        assertThat(heard(tree, labels(Severity.MAJOR, "b"))).containsExactly("mail");
    }

    @Test
    void anAddressInSeveralPoolsMatchesByAnyOfThem() {
        RouteSettings tree = node("ops", Map.of(), false, node("mail", Map.of("pool", Set.of("b")), false));

        assertThat(heard(tree, labels(Severity.MAJOR, "a", "b"))).containsExactly("mail");
    }

    @Test
    void aLabelThatIsNotThereIsEmpty() {
        RouteSettings tree = node("ops", Map.of(), false, node("mail", Map.of("pool", Set.of("")), false));

        assertThat(heard(tree, AlertLabels.of(AlertKind.LIST_HEALTH))).containsExactly("mail");
        assertThat(heard(tree, MAJOR)).containsExactly("ops");
    }

    @Test
    void kindReasonScopeAndAddressCanBeMatched() {
        for (Map.Entry<String, String> each : Map.of(
                        "kind",
                        "listing",
                        "reason",
                        "snowshoe",
                        "scope",
                        "address",
                        "address",
                        "192.0.2.10",
                        "list",
                        "zen")
                .entrySet()) {
            RouteSettings tree =
                    node("ops", Map.of(), false, node("mail", Map.of(each.getKey(), Set.of(each.getValue())), false));
            assertThat(heard(tree, MAJOR)).as(each.getKey()).containsExactly("mail");
        }
    }

    @Test
    void anAddressMatchesByItselfAndByARange() {
        for (String given : List.of("192.0.2.10", "192.0.2.8/29", "192.0.2.1-192.0.2.10", "192.0.2.10/32")) {
            assertThat(heard(
                            node("ops", Map.of(), false, node("mail", Map.of("address", Set.of(given)), false)), MAJOR))
                    .as(given)
                    .containsExactly("mail");
        }
        for (String given : List.of("192.0.2.11", "192.0.2.16/29", "192.0.2.1-192.0.2.9", "2001:db8::/32", "::/0")) {
            assertThat(heard(
                            node("ops", Map.of(), false, node("mail", Map.of("address", Set.of(given)), false)), MAJOR))
                    .as(given)
                    .containsExactly("ops");
        }
    }

    @Test
    void timesAreThoseOfTheRouteItselfAndNotOfItsParent() {
        RouteSettings child = node("mail", Map.of(), false);
        RouteSettings parent = new RouteSettings(
                Optional.of("ops"),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(child),
                List.of("night"),
                List.of("office"));
        RouteSettings lone = new RouteSettings(
                Optional.of("ops"),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                List.of("night"),
                List.of("office"));

        Routed below = Route.of(settings(Optional.of(node("ops", Map.of(), false, parent))))
                .receivers(MAJOR)
                .getFirst();
        Routed there = Route.of(settings(Optional.of(node("ops", Map.of(), false, lone))))
                .receivers(MAJOR)
                .getFirst();

        assertThat(below.muteTimes()).isEmpty();
        assertThat(below.activeTimes()).isEmpty();
        assertThat(there.muteTimes()).containsExactly("night");
        assertThat(there.activeTimes()).containsExactly("office");
    }

    @Test
    void aReceiverReachedTwiceHearsOnce() {
        RouteSettings tree =
                node("ops", Map.of(), false, node("mail", Map.of(), true), node("mail", severity("major"), false));

        assertThat(heard(tree, MAJOR)).containsExactly("mail");
    }

    @Test
    void aReceiverThatForgetsIsToldAgainAndAgainWhateverTheTreeSays() {
        AlertSettings settings = new AlertSettings(
                List.of(new ReceiverSettings.Alertmanager(
                        "am", List.of("http://127.0.0.1:9093"), Optional.empty(), Duration.ofMinutes(1))),
                Optional.empty(),
                Optional.empty());

        assertThat(Route.at(settings, "am").repeatInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(Route.at(settings, "other").repeatInterval()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void ofTwoWaysToAReceiverTheOneThatIsNeverQuietCounts() {
        RouteSettings quiet = new RouteSettings(
                Optional.of("mail"),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                List.of(),
                List.of("night"),
                List.of());
        RouteSettings open = node("mail", severity("major"), true);

        for (RouteSettings tree :
                List.of(node("ops", Map.of(), false, quiet, open), node("ops", Map.of(), false, open, quiet))) {
            Route route = Route.of(settings(Optional.of(tree)));
            assertThat(route.receivers(MAJOR)).extracting(Routed::timed).containsExactly(false);
            assertThat(route.receivers(MINOR)).extracting(Routed::timed).containsExactly(true);
        }
    }

    @Test
    void whatAChildDoesNotSayItHasFromItsParent() {
        RouteSettings child = new RouteSettings(
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.of(Duration.ofSeconds(1)),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
        RouteSettings tree = new RouteSettings(
                Optional.of("mail"),
                Map.of(),
                Optional.of(List.of("list")),
                Optional.empty(),
                Optional.of(Duration.ofMinutes(7)),
                Optional.empty(),
                false,
                List.of(child));

        Routed routed = Route.of(settings(Optional.of(tree))).receivers(MAJOR).getFirst();

        assertThat(routed)
                .isEqualTo(new Routed(
                        "mail",
                        List.of("list"),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(7),
                        RouteSettings.DEFAULT_REPEAT_INTERVAL));
    }

    @Test
    void groupsAreMadeByTheLabelsNamed() {
        assertThat(MAJOR.groupKey(List.of("list"))).isEqualTo(MINOR.groupKey(List.of("list")));
        assertThat(MAJOR.groupKey(List.of("severity"))).isNotEqualTo(MINOR.groupKey(List.of("severity")));
        assertThat(MAJOR.groupKey(List.of()))
                .isEqualTo(labels(Severity.MINOR, "b").groupKey(List.of()));
        assertThat(MAJOR.groupKey(List.of("..."))).isNotEqualTo(MINOR.groupKey(List.of("...")));
    }

    @Test
    void kindsNeverShareAGroup() {
        assertThat(AlertLabels.of(AlertKind.LIST_HEALTH).groupKey(List.of()))
                .isNotEqualTo(AlertLabels.of(AlertKind.RESOLVER_HEALTH).groupKey(List.of()));
    }

    private static List<String> heard(RouteSettings root, AlertLabels labels) {
        return heard(Optional.of(root), labels);
    }

    private static List<String> heard(Optional<RouteSettings> root, AlertLabels labels) {
        return Route.of(settings(root)).receivers(labels).stream()
                .map(Routed::receiver)
                .toList();
    }

    private static AlertSettings settings(Optional<RouteSettings> root) {
        return new AlertSettings(
                List.of(
                        new ReceiverSettings.Slack("ops", Secret.of("https://hooks.example/x")),
                        new ReceiverSettings.Email("mail", List.of("postmaster@example.com"))),
                root,
                Optional.empty());
    }

    private static Map<String, Set<String>> severity(String word) {
        return Map.of("severity", Set.of(word));
    }

    private static AlertLabels labels(Severity severity, String... pools) {
        return AlertLabels.of(Events.listing("192.0.2.10", new ListId("zen"), severity, pools));
    }

    private static RouteSettings node(
            String receiver, Map<String, Set<String>> match, boolean onward, RouteSettings... children) {
        return new RouteSettings(
                Optional.of(receiver),
                match,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                onward,
                Arrays.asList(children));
    }
}
