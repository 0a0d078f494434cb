package offlist.delist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.DnsList;
import offlist.catalogue.Effect;
import offlist.catalogue.ListId;
import offlist.catalogue.RemovalMethod;
import offlist.catalogue.RemovalProcedure;
import offlist.catalogue.ReturnCode;
import offlist.catalogue.Scope;
import offlist.delist.TaskStep.Kind;
import offlist.pool.Target;
import offlist.track.ListedCode;
import offlist.track.Listing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every list and every code that means a listing leads to a task somebody can work with. */
class CatalogueTasksTest {
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();
    private static final Set<RemovalMethod> OURS =
            EnumSet.of(RemovalMethod.SELF_SERVICE, RemovalMethod.ACCOUNT, RemovalMethod.EMAIL, RemovalMethod.TICKET);
    private static final Set<RemovalMethod> NOBODYS =
            EnumSet.of(RemovalMethod.AUTO_EXPIRY, RemovalMethod.NONE, RemovalMethod.PAID_EXPRESS);

    static Stream<Arguments> codes() {
        return CATALOGUE.lists().stream()
                .flatMap(list -> list.codes().stream()
                        .filter(code -> code.effect() == Effect.LISTED)
                        .map(code -> arguments(list, code)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("codes")
    void everyCodeOfAListHasStepsInOrder(DnsList list, ReturnCode code) {
        plans(list, code).forEach(plan -> {
            assertThat(plan.steps()).hasSizeGreaterThanOrEqualTo(2).doesNotHaveDuplicates();
            assertThat(kinds(plan)).isSorted().endsWith(Kind.WAIT);
            boolean fixable = CATALOGUE.reason(code.reason()).stream()
                    .anyMatch(r -> !r.senderAction().equals("none"));
            assertThat(kinds(plan).contains(Kind.FIX_CAUSE)).isEqualTo(fixable);
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("codes")
    void nothingIsLeftUnfilled(DnsList list, ReturnCode code) {
        plans(list, code).forEach(plan -> {
            plan.steps().forEach(step -> readable(step.text()));
            plan.warnings().forEach(CatalogueTasksTest::readable);
            assertThat(plan.typicalTime() + plan.cooldown()).doesNotContain("{", "}", "\n", "null", "Optional");
            plan.steps().forEach(step -> step.link().ifPresent(CatalogueTasksTest::leadsSomewhere));
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("codes")
    void theTaskIsForWhoeverTheListHears(DnsList list, ReturnCode code) {
        Set<RemovalMethod> methods = methods(list, code);
        boolean heard =
                methods.contains(RemovalMethod.UNKNOWN) || methods.stream().anyMatch(OURS::contains);
        Actor expected = heard
                ? Actor.OPERATOR
                : methods.contains(RemovalMethod.ISP_REQUEST) ? Actor.NETWORK_OWNER : Actor.NOBODY;
        plans(list, code).forEach(plan -> {
            assertThat(plan.actor()).isEqualTo(expected);
            if (expected == Actor.NETWORK_OWNER) {
                assertThat(asks(plan))
                        .isNotEmpty()
                        .allSatisfy(step -> assertThat(step.text()).contains("owner of the network"));
            }
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("codes")
    void nobodyIsToldToAskWhereOnlyTimeHelps(DnsList list, ReturnCode code) {
        boolean onlyTime = NOBODYS.containsAll(methods(list, code));
        plans(list, code).forEach(plan -> {
            assertThat(asks(plan).isEmpty()).isEqualTo(onlyTime);
            if (onlyTime) {
                assertThat(plan.steps())
                        .noneSatisfy(
                                step -> assertThat(step.text()).matches("(?i)(ask|write|request|contact|open)\\b.*"));
            }
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("codes")
    void whatIsSoldComesWithTheAdviceNotToPay(DnsList list, ReturnCode code) {
        if (methods(list, code).contains(RemovalMethod.PAID_EXPRESS)) {
            plans(list, code)
                    .forEach(plan -> assertThat(plan.warnings())
                            .anySatisfy(warning -> assertThat(warning).matches("(?i).*\\b(do not|never) pay\\b.*")));
        }
    }

    static Stream<Long> orders() {
        return IntStream.range(0, 20).mapToObj(Long::valueOf);
    }

    /** The order of the codes in an answer means nothing: whatever it is, causes end before anybody is asked. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("orders")
    void severalComponentsInOneAnswerMakeOneTaskInOrder(long seed) {
        DnsList zen = CATALOGUE.list(new ListId("spamhaus-zen")).orElseThrow();
        List<ReturnCode> answer = new ArrayList<>(zen.codes().stream()
                .filter(code -> code.effect() == Effect.LISTED)
                .toList());
        Collections.shuffle(answer, new Random(seed));

        RemovalPlan plan = plan(zen, answer, Target.parse("192.0.2.10"));

        assertThat(kinds(plan)).isSorted();
        assertThat(asks(plan))
                .extracting(TaskStep::text)
                .contains(
                        "Ask XBL to remove 192.0.2.10",
                        "Ask CSS to remove 192.0.2.10",
                        "Ask PBL to remove 192.0.2.10",
                        "Have the owner of the network ask SBL record for the removal of 192.0.2.10");
        assertThat(texts(plan)).doesNotHaveDuplicates().doesNotContain("Act on the component named by the code");
        assertThat(plan.actor()).isEqualTo(Actor.OPERATOR);
    }

    private static void readable(String text) {
        assertThat(text).isNotBlank().doesNotContain("{", "}", "\n", "null", "Optional");
    }

    private static void leadsSomewhere(URI link) {
        assertThat(link.toString()).doesNotContain("{", "}", "%7B", "%7D");
        switch (link.getScheme()) {
            case "https", "http" -> assertThat(link.getHost()).contains(".");
            case "mailto" -> assertThat(link.getSchemeSpecificPart()).matches("[^@?]+@[^@?]+\\.[^@?]+\\?subject=[^@]+");
            default -> throw new AssertionError(link);
        }
    }

    private static Set<RemovalMethod> methods(DnsList list, ReturnCode code) {
        RemovalProcedure removal = CATALOGUE.removal(list, code);
        return EnumSet.copyOf(removal.methods());
    }

    private static List<Kind> kinds(RemovalPlan plan) {
        return plan.steps().stream().map(TaskStep::kind).toList();
    }

    private static List<String> texts(RemovalPlan plan) {
        return plan.steps().stream().map(TaskStep::text).toList();
    }

    private static List<TaskStep> asks(RemovalPlan plan) {
        return plan.steps().stream().filter(step -> step.kind() == Kind.ASK).toList();
    }

    private static Stream<RemovalPlan> plans(DnsList list, ReturnCode code) {
        return targets(list).map(target -> plan(list, List.of(code), target));
    }

    private static RemovalPlan plan(DnsList list, List<ReturnCode> codes, Target target) {
        return new Planner(() -> CATALOGUE).plan(listing(list, codes, target));
    }

    private static Stream<Target> targets(DnsList list) {
        return list.kinds().stream()
                .map(kind -> switch (kind) {
                    case IPV4 -> "192.0.2.10";
                    case IPV6 -> "2001:db8::25";
                    case DOMAIN -> "mail.example.com";
                })
                .map(Target::parse);
    }

    private static Listing listing(DnsList list, List<ReturnCode> codes, Target target) {
        return new Listing(
                "L1",
                target,
                list.id(),
                new TreeSet<>(),
                list.severity(),
                Scope.ADDRESS,
                codes.getFirst().reason(),
                codes.stream()
                        .map(code -> new ListedCode(code.label(), code.reason(), code.meaning(), code.sublist()))
                        .toList(),
                "",
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty());
    }
}
