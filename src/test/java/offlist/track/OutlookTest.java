package offlist.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.Zone;
import offlist.dns.ResolverId;
import offlist.pool.IpAddress;
import offlist.pool.Pool;
import offlist.pool.PoolMember;
import offlist.pool.PoolName;
import offlist.probe.Health;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.probe.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutlookTest {
    private static final Catalogue CATALOGUE = CatalogueReader.shipped();
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final ResolverId RESOLVER = new ResolverId("127.0.0.1:53");
    private static final DnsList LIST = DnsList.custom(new ListId("bl"), Zone.of("bl.test"));
    private static final Pair PAIR = new Pair(IpAddress.parse("192.0.2.10"), LIST.id());

    /** Recorded codes, suspected codes and looks, whether flapping; then the answer and what it leads to. */
    @ParameterizedTest
    @CsvSource({
        "-,  -,      no,  -, nothing",
        "-,  -,      no,  2, looks_again",
        "-,  2 x1,   no,  2, opens",
        "-,  2 x1,   no,  3, looks_again",
        "-,  2 x1,   no,  -, drops_suspicion",
        "-,  2 x5,   no,  2, opens",
        "2,  -,      no,  2, nothing",
        "2,  -,      no,  -, looks_again",
        "2,  - x1,   no,  -, closes",
        "2,  - x1,   no,  2, drops_suspicion",
        "2,  3 x1,   no,  3, changes",
        "2,  3 x1,   no,  -, looks_again",
        "2,  - x1,   yes, -, waits_for_calm",
        "2,  3 x1,   yes, 3, changes",
        "-,  -,      no,  t, stays_unknown",
        "2,  - x1,   no,  t, stays_unknown",
    })
    void whatAnAnswerLeadsTo(String recorded, String suspected, String flapping, String answer, String what) {
        Optional<Suspected> suspicion = suspected.equals("-")
                ? Optional.empty()
                : Optional.of(new Suspected(
                        codes(suspected.split(" x")[0]),
                        Integer.parseInt(suspected.split(" x")[1]),
                        NOW.minusSeconds(60),
                        NOW.minusSeconds(30),
                        RESOLVER));
        Held held = new Held(codes(recorded), flapping.equals("yes"), Duration.ofHours(1), suspicion, 2, false);
        assertEquals(
                what,
                Outlook.of(Optional.of(held), verdict(answer), Health.HEALTHY, NOW)
                        .what()
                        .label());
    }

    @Test
    void aListThatIsNotToBeBelievedLeadsToNothing() {
        Outlook mad =
                Outlook.of(Optional.of(clean()), verdict("2"), new Health(Health.State.LISTS_EVERYTHING, "mad"), NOW);
        assertEquals(Outlook.What.NOT_BELIEVED, mad.what());
        assertThat(mad.words()).contains("lists everything").contains("no listing opens");
        Outlook taken = Outlook.of(
                Optional.of(clean()), verdict("2"), new Health(Health.State.UNVERIFIED, "no test point"), NOW);
        assertEquals(Outlook.What.LOOKS_AGAIN, taken.what());
        assertEquals(
                "look 1 of 2 that says listed with 127.0.0.2: asked again at once, by another resolver where there is one",
                taken.words());
    }

    @Test
    void anAddressThatNobodyWatchesLeadsToNothing() {
        assertEquals(
                Outlook.What.NOT_WATCHED,
                Outlook.of(Optional.empty(), verdict("2"), Health.HEALTHY, NOW).what());
    }

    /** What is foretold is what the tracker then does, over long random stories; the seed replays one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theTrackerDoesWhatIsForetold(long seed) {
        Random random = new Random(seed);
        Tracker tracker = new Tracker(() -> CATALOGUE, new TimeOrderedIds(random));
        tracker.confirm(new ConfirmSettings(
                1 + random.nextInt(3), new Flapping(2, Duration.ofHours(24), Duration.ofMinutes(10)), Mass.DEFAULT));
        tracker.pool(new Pool(List.of(new PoolMember(PAIR.target(), new TreeSet<>(List.of(new PoolName("a")))))));
        Instant now = NOW;
        for (int i = 0; i < 2_000; i++) {
            now = now.plusSeconds(1 + random.nextInt(300));
            String answer = List.of("-", "-", "2", "2", "3").get(random.nextInt(5));
            Outlook foretold = Outlook.of(tracker.held(PAIR), verdict(answer), Health.HEALTHY, now);
            Step step = tracker.observe(
                    new Observation(PAIR, verdict(answer), RESOLVER, now, Duration.ZERO, answer), Kind.IPV4);
            assertEquals(kind(foretold.what()), step.getClass(), "seed " + seed + ", step " + i + ": " + foretold);
            if (step instanceof Step.AskTestPoints test && random.nextInt(4) > 0) {
                tracker.testLeft(test.path());
                for (Transition transition : tracker.testPassed(test.path(), LIST, now)) {
                    assertEquals(foretold.what().label(), transition(transition), "seed " + seed + ", step " + i);
                    if (random.nextInt(5) == 0) {
                        Outlook waits = Outlook.of(tracker.held(PAIR), verdict("3"), Health.HEALTHY, now);
                        assertEquals(Outlook.What.WAITS_FOR_RECORD, waits.what());
                    }
                    tracker.settle(transition);
                }
            }
        }
    }

    private static Class<? extends Step> kind(Outlook.What what) {
        return switch (what) {
            case LOOKS_AGAIN -> Step.LookAgain.class;
            case OPENS, CHANGES, CLOSES -> Step.AskTestPoints.class;
            default -> Step.Nothing.class;
        };
    }

    private static String transition(Transition transition) {
        return switch (transition) {
            case Transition.Opened opened -> "opens";
            case Transition.Changed changed -> "changes";
            case Transition.Closed closed -> "closes";
        };
    }

    private static Held clean() {
        return new Held(Optional.empty(), false, Duration.ofHours(1), Optional.empty(), 2, false);
    }

    private static Optional<List<String>> codes(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(List.of("127.0.0." + text));
    }

    private static Verdict verdict(String answer) {
        return switch (answer) {
            case "-" -> new Verdict.NotListed(Duration.ZERO);
            case "t" -> new Verdict.Failed(Verdict.Cause.TIMEOUT);
            default -> new Verdict.Listed(hits("127.0.0." + answer), "", Duration.ZERO);
        };
    }

    private static List<Verdict.Hit> hits(String... answers) {
        return Stream.of(answers)
                .map(answer -> new Verdict.Hit(answer, LIST.codes().getFirst()))
                .toList();
    }
}
