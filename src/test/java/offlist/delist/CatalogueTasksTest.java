package offlist.delist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.DnsList;
import offlist.catalogue.Effect;
import offlist.catalogue.ReturnCode;
import offlist.catalogue.Scope;
import offlist.pool.Target;
import offlist.track.ListedCode;
import offlist.track.Listing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every list and every code that means a listing leads to a task somebody can work with. */
class CatalogueTasksTest {
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();

    static Stream<DnsList> lists() {
        return CATALOGUE.lists().stream();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyCodeOfAListHasSteps(DnsList list) {
        for (ReturnCode code : list.codes()) {
            if (code.effect() == Effect.LISTED) {
                targets(list).forEach(target -> check(new Planner(() -> CATALOGUE).plan(listing(list, code, target))));
            }
        }
    }

    private static void check(RemovalPlan plan) {
        assertThat(plan.steps()).hasSizeGreaterThanOrEqualTo(2);
        for (TaskStep step : plan.steps()) {
            assertThat(step.text()).isNotBlank().doesNotContain("{", "}", "\n", "null", "Optional");
            step.link().ifPresent(CatalogueTasksTest::checkLink);
        }
    }

    private static void checkLink(URI link) {
        assertThat(link.toString()).doesNotContain("{", "}", "%7B");
        assertThat(link.getScheme()).isIn("https", "http", "mailto");
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

    private static Listing listing(DnsList list, ReturnCode code, Target target) {
        return new Listing(
                "L1",
                target,
                list.id(),
                new TreeSet<>(),
                list.severity(),
                Scope.ADDRESS,
                code.reason(),
                List.of(new ListedCode(code.label(), code.reason(), code.meaning(), code.sublist())),
                "",
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty());
    }
}
