package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.Zone;
import offlist.dns.ResolverId;
import offlist.journal.KnownHealth;
import offlist.probe.AskedList;
import offlist.probe.Health;
import offlist.probe.Symptom;
import offlist.probe.Symptom.Blame;
import offlist.probe.Symptom.Sign;
import offlist.track.Event;
import offlist.track.HealthBook;
import offlist.track.ListHealthChanged;
import offlist.track.Path;
import offlist.track.ResolverHealthChanged;
import offlist.track.TimeOrderedIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthDeskTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final ListId LIST = new ListId("bl");
    private static final ResolverId RESOLVER = new ResolverId("127.0.0.1:53");
    private static final Path PATH = new Path(LIST, Kind.IPV4, RESOLVER);
    private static final String GONE = "it is not asked any more";

    private final HealthBook book = new HealthBook(new Random(3));

    @BeforeEach
    void watch() {
        DnsList list = DnsList.custom(LIST, Zone.of("bl.test"));
        AskedList asked = new AskedList(list, list.zone(), List.of(RESOLVER), Duration.ofSeconds(1), 3);
        book.watch(asked, Set.of(Kind.IPV4), Duration.ofMinutes(10), T0);
    }

    private HealthDesk desk(KnownHealth... known) {
        return new HealthDesk(book, new TimeOrderedIds(new Random(5)), List.of(known));
    }

    private static KnownHealth known(String subject, String state) {
        return new KnownHealth(subject, state, T0);
    }

    private static Health health(Health.State state) {
        return new Health(state, "because", Symptom.NONE);
    }

    private List<Event> news(HealthDesk desk, Health.State state) {
        book.due(Instant.MAX);
        book.tested(PATH, health(state), T0);
        return desk.news(T0.plusSeconds(1));
    }

    /** What was told before, what the test points say now, and what is told then. */
    @ParameterizedTest
    @CsvSource({
        "'',               HEALTHY,          ''",
        "'',               REFUSING,         healthy refusing",
        "healthy,          REFUSING,         healthy refusing",
        "refusing,         REFUSING,         ''",
        "refusing,         HEALTHY,          refusing healthy",
        "refusing,         LISTS_EVERYTHING, refusing lists_everything",
        "refusing,         UNVERIFIED,       refusing unverified",
        "unverified,       HEALTHY,          ''",
        "unverified,       REFUSING,         healthy refusing",
    })
    void aListIsToldWhenItIsOtherThanItWasTold(String before, Health.State now, String told) {
        HealthDesk desk = before.isEmpty() ? desk() : desk(known("bl", before));
        List<Event> news = news(desk, now);
        assertEquals(told.isEmpty() ? 0 : 1, news.size());
        for (Event event : news) {
            ListHealthChanged change = (ListHealthChanged) event;
            assertEquals(
                    told,
                    change.before().label() + " " + change.health().state().label());
            assertEquals(LIST, change.list());
            assertEquals("because", change.health().cause());
            assertEquals(T0.plusSeconds(1), change.at());
        }
    }

    /** The diagnosis proved that nothing answers through it. */
    private List<Event> blind(HealthDesk desk) {
        Symptom proven = new Symptom(Sign.NO_ANSWER, Blame.RESOLVER, "timeout");
        book.due(Instant.MAX);
        book.tested(PATH, new Health(Health.State.UNREACHABLE, "because", proven), T0);
        return desk.news(T0.plusSeconds(1));
    }

    @Test
    void whatAResolverIsToBlameForIsToldOfItAndNotOfTheList() {
        assertThat(blind(desk())).singleElement().isInstanceOfSatisfying(ResolverHealthChanged.class, change -> {
            assertEquals("healthy unreachable", change.before() + " " + change.state());
            assertEquals(RESOLVER, change.resolver());
            assertThat(change.cause()).contains("127.0.0.1:53 does not answer (timeout)");
            assertEquals(T0.plusSeconds(1), change.at());
        });
    }

    @Test
    void aResolverIsWellOnlyWhenAllItsListsWereAsked() {
        ListId other = new ListId("other");
        AskedList second = new AskedList(
                DnsList.custom(other, Zone.of("other.test")),
                Zone.of("other.test"),
                List.of(RESOLVER),
                Duration.ofSeconds(1),
                1);
        book.watch(second, List.of(Kind.IPV4), Duration.ofMinutes(10), T0);
        HealthDesk desk = desk(known("resolver:127.0.0.1:53", "public"));
        assertThat(news(desk, Health.State.HEALTHY)).isEmpty();
        book.tested(new Path(other, Kind.IPV4, RESOLVER), Health.HEALTHY, T0);
        assertThat(desk.news(T0.plusSeconds(2))).hasSize(1);
    }

    @Test
    void aResolverThatWasDownBeforeARestartIsToldWhenItIsBack() {
        HealthDesk desk = desk(known("resolver:127.0.0.1:53", "unreachable"));
        assertThat(news(desk, Health.State.HEALTHY))
                .singleElement()
                .isInstanceOfSatisfying(
                        ResolverHealthChanged.class,
                        change -> assertEquals("unreachable healthy", change.before() + " " + change.state()));
        assertThat(news(desk, Health.State.HEALTHY)).isEmpty();
    }

    @Test
    void aResolverThatIsBeingAskedForTheFirstTimeIsNotTold() {
        HealthDesk desk = desk(known("resolver:127.0.0.1:53", "unreachable"));
        assertThat(desk.news(T0)).isEmpty();
    }

    @Test
    void nothingIsToldTwice() {
        HealthDesk desk = desk();
        assertThat(news(desk, Health.State.REFUSING)).hasSize(1);
        assertThat(news(desk, Health.State.REFUSING)).isEmpty();
        assertThat(news(desk, Health.State.HEALTHY)).hasSize(1);
        assertThat(news(desk, Health.State.HEALTHY)).isEmpty();
        assertThat(blind(desk)).hasSize(1);
        assertThat(blind(desk)).isEmpty();
    }

    @Test
    void aListThatStaysIllIsToldOnceAWeek() {
        HealthDesk desk = desk(known("bl", "refusing"));
        news(desk, Health.State.REFUSING);
        assertThat(desk.news(T0.plus(Duration.ofDays(7)).minusMillis(1))).isEmpty();
        assertThat(desk.news(T0.plus(Duration.ofDays(7))))
                .singleElement()
                .isInstanceOfSatisfying(ListHealthChanged.class, change -> {
                    assertEquals(
                            "refusing refusing",
                            change.before().label() + " "
                                    + change.health().state().label());
                    assertThat(change.health().cause())
                            .startsWith("because. This has lasted for 7 days or more")
                            .endsWith("take it out of `lists`");
                });
        assertThat(desk.news(T0.plus(Duration.ofDays(8)))).isEmpty();
        assertThat(desk.news(T0.plus(Duration.ofDays(14)))).hasSize(1);
    }

    @Test
    void nobodyIsToldWhileItIsFoundOutWhoseFaultItIs() {
        DnsList list = DnsList.custom(new ListId("other"), Zone.of("other.test"));
        AskedList other = new AskedList(list, list.zone(), List.of(RESOLVER), Duration.ofSeconds(1), 3);
        book.watch(other, Set.of(Kind.IPV4), Duration.ofMinutes(10), T0);
        HealthDesk desk = desk();
        assertThat(desk.nextAt()).isEmpty();
        book.tested(PATH, new Health(Health.State.UNREACHABLE, "because"), T0);
        assertThat(desk.news(T0)).isEmpty();
        assertThat(desk.nextAt()).contains(T0.plusSeconds(10));
        assertThat(desk.due(T0.plusSeconds(9))).isEmpty();
        assertThat(desk.due(T0.plusSeconds(10))).singleElement().isInstanceOf(ListHealthChanged.class);
        assertThat(desk.nextAt()).isEmpty();
        assertThat(desk.due(T0.plusSeconds(20))).isEmpty();
    }

    @Test
    void theIncidentOfAListEndsWithItsAsking() {
        HealthDesk desk = desk(known("bl", "refusing"), known("fine", "healthy"), known("given-up", "unverified"));
        List<Event> news = desk.retired(List.of(), List.of(), T0);
        assertThat(news).singleElement().isInstanceOfSatisfying(ListHealthChanged.class, change -> {
            assertEquals(LIST, change.list());
            assertEquals(Health.State.REFUSING, change.before());
            assertEquals(new Health(Health.State.UNVERIFIED, GONE), change.health());
            assertEquals(T0, change.at());
        });
        assertThat(desk.retired(List.of(), List.of(), T0)).isEmpty();
    }

    @Test
    void theIncidentOfAResolverEndsWithItsAsking() {
        HealthDesk desk = desk(known("resolver:127.0.0.1:53", "unreachable"));
        List<Event> news = desk.retired(List.of(), List.of(), T0);
        assertThat(news).singleElement().isInstanceOfSatisfying(ResolverHealthChanged.class, change -> {
            assertEquals(RESOLVER, change.resolver());
            assertEquals("unreachable healthy", change.before() + " " + change.state());
            assertEquals(GONE, change.cause());
        });
        assertThat(desk.retired(List.of(), List.of(), T0)).isEmpty();
    }

    @Test
    void whatIsStillAskedIsNotRetired() {
        HealthDesk desk = desk(known("bl", "refusing"), known("resolver:127.0.0.1:53", "unreachable"));
        assertThat(desk.retired(List.of(LIST), List.of(RESOLVER), T0)).isEmpty();
    }

    @Test
    void aRetiredListIsToldAgainWhenItIsAskedAgainAndStillIll() {
        HealthDesk desk = desk(known("bl", "refusing"));
        desk.retired(List.of(), List.of(RESOLVER), T0);
        assertThat(news(desk, Health.State.REFUSING))
                .singleElement()
                .isInstanceOfSatisfying(
                        ListHealthChanged.class, change -> assertEquals(Health.State.HEALTHY, change.before()));
    }
}
