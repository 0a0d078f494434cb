package offlist.alert;

import static offlist.alert.AlertStory.INTERVAL;
import static offlist.alert.AlertStory.REPEAT;
import static offlist.alert.AlertStory.WAIT;
import static offlist.alert.Events.T0;
import static offlist.alert.Events.ZEN;
import static offlist.alert.Events.changed;
import static offlist.alert.Events.closed;
import static offlist.alert.Events.health;
import static offlist.alert.Events.listing;
import static offlist.alert.Events.opened;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.dns.ResolverId;
import offlist.probe.Health;
import offlist.store.OpenStore;
import offlist.track.CloseReason;
import offlist.track.Evidence;
import offlist.track.Listing;
import offlist.track.ResolverHealthChanged;
import offlist.track.Transition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept quiet: silences, inhibition, acknowledgements, in whatever store. Events at a time, deliveries by a time. */
abstract class MutingContract {
    private static final Duration TICK = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMinutes(10);
    private static final Listing A = listing("192.0.2.10");
    private static final Listing B = listing("192.0.2.11");
    private static final ListId ALL_OF_URIBL = new ListId("uribl-multi");
    private static final ListId BLACK = new ListId("uribl-black");

    private OpenStore store;
    private AlertStory story;
    private Silences silences;
    private Incidents incidents;

    abstract OpenStore open();

    @BeforeEach
    void openStore() {
        store = open();
        story = new AlertStory(store.database(), "ops");
        silences = new Silences(store.database());
        incidents = new Incidents(store.database());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aSilenceKeepsAnOpeningQuietUntilItEnds() {
        Instant end = T0.plus(Duration.ofHours(2));
        silence(A, T0, end);
        story.happens(opened(A, T0));

        story.from(T0, end.minusSeconds(1), LOOK);
        assertThat(story.told("ops")).isEmpty();
        story.from(end, end.plus(INTERVAL), TICK);

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10");
    }

    @Test
    void aSilenceMeansOnlyWhatItMatches() {
        silence(A, T0, T0.plus(Duration.ofHours(2)));
        story.happens(opened(A, T0), opened(B, T0));

        story.from(T0, T0.plus(Duration.ofHours(1)), TICK);

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.11");
    }

    @Test
    void aRangeCanBeSilenced() {
        silences.add(
                new Match(Map.of(AlertLabels.ADDRESS, Set.of("192.0.2.8/30"))),
                "ann",
                "moving",
                T0,
                T0.plus(Duration.ofHours(2)),
                T0);
        story.happens(opened(A, T0), opened(B, T0), opened(listing("192.0.2.12"), T0));

        story.from(T0, T0.plus(Duration.ofHours(1)), TICK);

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.12");
    }

    @Test
    void whatComesToASilencedGroupDoesNotWaitForTheSilence() {
        silence(A, T0, T0.plus(Duration.ofHours(9)));
        story.happens(opened(A, T0));
        Instant later = T0.plus(Duration.ofMinutes(61));
        story.from(T0, later, TICK);
        story.happens(opened(B, later));

        story.from(later, later.plus(WAIT), TICK);

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.11");
    }

    @Test
    void whatBeginsAndEndsInASilenceIsNeverTold() {
        silence(A, T0, T0.plus(Duration.ofHours(2)));
        story.happens(opened(A, T0));
        Instant gone = T0.plus(Duration.ofHours(1));
        story.from(T0, gone, TICK);
        story.happens(closed(A, gone, CloseReason.DELISTED));

        story.from(gone, gone.plus(REPEAT), LOOK);

        assertThat(story.told("ops")).isEmpty();
        assertThat(story.pump.pending("ops")).isZero();
    }

    @Test
    void theEndOfWhatWasToldIsToldInASilenceToo() {
        story.happens(opened(A, T0));
        story.from(T0, T0.plus(WAIT), TICK);
        silence(A, T0.plus(WAIT), T0.plus(Duration.ofHours(9)));
        Instant gone = T0.plus(Duration.ofHours(1));
        story.happens(changed(A, gone.minusSeconds(60)));
        story.from(gone.minusSeconds(60), gone, TICK);
        story.happens(closed(A, gone, CloseReason.DELISTED));

        story.from(gone, gone.plus(INTERVAL), TICK);

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10", "closed 192.0.2.10");
    }

    @Test
    void aSilenceStopsReminders() {
        story.happens(opened(A, T0), opened(B, T0));
        story.from(T0, T0.plus(WAIT), TICK);
        silence(A, T0.plus(WAIT), T0.plus(Duration.ofDays(9)));

        story.from(T0.plus(WAIT), T0.plus(WAIT).plus(REPEAT).plus(LOOK), LOOK);

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10, opened 192.0.2.11", "still 192.0.2.11");
    }

    @Test
    void whatWaitsInSilenceKeepsNoReminderBack() {
        story.happens(opened(B, T0));
        story.from(T0, T0.plus(WAIT), TICK);
        silence(A, T0, T0.plus(Duration.ofDays(9)));
        story.happens(opened(A, T0.plus(Duration.ofHours(1))));

        story.from(
                T0.plus(Duration.ofHours(1)),
                T0.plus(WAIT).plus(REPEAT).plus(REPEAT).plus(LOOK),
                LOOK);

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.11", "still 192.0.2.11", "still 192.0.2.11");
    }

    @Test
    void whatWaitsInSilenceKeepsAReceiverThatForgetsFromNothing() {
        story.settings = new AlertSettings(
                List.of(new ReceiverSettings.Alertmanager(
                        "am", List.of("http://127.0.0.1:9093"), Optional.empty(), Duration.ofMinutes(1))),
                Optional.empty(),
                Optional.empty());
        silence(A, T0, T0.plus(Duration.ofDays(9)));
        story.happens(opened(A, T0), opened(B, T0));

        story.from(T0, T0.plus(Duration.ofMinutes(10)), Duration.ofSeconds(1));

        assertThat(story.told("am")).hasSizeGreaterThanOrEqualTo(10);
        assertThat(story.delivered)
                .isSortedAccordingTo(java.util.Comparator.comparing(Message::at))
                .extracting(Message::at)
                .satisfies(times -> {
                    for (int i = 1; i < times.size(); i++) {
                        assertThat(Duration.between(times.get(i - 1), times.get(i)))
                                .isLessThanOrEqualTo(Duration.ofSeconds(90));
                    }
                });
    }

    @Test
    void aSilenceThatIsEndedEarlyIsOver() {
        Silence silence = silence(A, T0, T0.plus(Duration.ofDays(9)));
        story.happens(opened(A, T0));
        Instant ended = T0.plus(Duration.ofHours(1));
        story.from(T0, ended, TICK);

        assertThat(silences.end(silence.id(), "bob", ended)).isTrue();
        assertThat(silences.end(silence.id(), "bob", ended)).isFalse();
        story.from(ended, ended.plus(INTERVAL), TICK);

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10");
        assertThat(new Audit(store.database()).newest(10))
                .extracting(Audit.Entry::actor, Audit.Entry::action)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bob", "silence.end"),
                        org.assertj.core.groups.Tuple.tuple("ann", "silence.add"));
    }

    @Test
    void anAcknowledgementStopsRemindersAndKeepsTheEnd() {
        story.happens(opened(A, T0));
        story.from(T0, T0.plus(WAIT), TICK);
        assertThat(incidents.acknowledge(A.id(), "ann", "on it", T0.plus(WAIT))).isTrue();
        Instant gone = T0.plus(REPEAT).plus(REPEAT).plus(REPEAT);
        story.from(T0.plus(WAIT), gone, LOOK);
        story.happens(closed(A, gone, CloseReason.DELISTED));
        story.from(gone, gone.plus(INTERVAL), TICK);

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10", "closed 192.0.2.10");
        assertThat(incidents.of(A.id())).isEmpty();
        assertThat(incidents.acknowledge(A.id(), "ann", "again", gone)).isFalse();
    }

    @Test
    void anAcknowledgementThatIsTakenBackBringsRemindersBack() {
        story.happens(opened(A, T0));
        story.from(T0, T0.plus(WAIT), TICK);
        incidents.acknowledge(A.id(), "ann", "on it", T0.plus(WAIT));
        Instant later = T0.plus(REPEAT).plus(REPEAT);
        story.from(T0.plus(WAIT), later, LOOK);
        assertThat(incidents.withdraw(A.id(), "bob", later)).isTrue();

        story.from(later, later.plus(INTERVAL), TICK);

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10", "still 192.0.2.10");
    }

    @Test
    void aListInTroubleKeepsItsListingsQuiet() {
        story.happens(
                opened(A, T0), health(ZEN, Health.State.HEALTHY, Health.State.LISTS_EVERYTHING, T0.plusSeconds(5)));

        story.from(T0, T0.plus(REPEAT), LOOK);
        assertThat(story.told("ops")).containsExactly("opened spamhaus-zen");
        Instant well = T0.plus(REPEAT);
        story.happens(health(ZEN, Health.State.LISTS_EVERYTHING, Health.State.HEALTHY, well));
        story.from(well, well.plus(INTERVAL), TICK);

        assertThat(story.told("ops"))
                .containsExactlyInAnyOrder("opened spamhaus-zen", "closed spamhaus-zen", "opened 192.0.2.10");
    }

    @Test
    void aResolverThatCannotBeBelievedKeepsQuietWhatWasSeenThroughItAlone() {
        story.happens(
                resolver("unreachable", T0),
                seenBy(opened(A, T0), "127.0.0.1:53"),
                seenBy(opened(B, T0), "127.0.0.1:53", "127.0.0.2:53"));

        story.from(T0, T0.plus(Duration.ofHours(1)), TICK);

        assertThat(story.told("ops")).containsExactlyInAnyOrder("opened 127.0.0.1:53", "opened 192.0.2.11");
    }

    @Test
    void aResolverThatIsBlindForSomeListsKeepsNothingQuiet() {
        story.happens(resolver("public", T0), seenBy(opened(A, T0), "127.0.0.1:53"));

        story.from(T0, T0.plus(Duration.ofHours(1)), TICK);

        assertThat(story.told("ops")).containsExactlyInAnyOrder("opened 127.0.0.1:53", "opened 192.0.2.10");
    }

    @Test
    void aResolverThatAnswersAgainKeepsNothingQuietAnyMore() {
        story.happens(resolver("unreachable", T0), seenBy(opened(A, T0), "127.0.0.1:53"));
        story.from(T0, T0.plus(Duration.ofHours(1)), TICK);
        assertThat(story.told("ops")).containsExactly("opened 127.0.0.1:53");
        Instant again = T0.plus(Duration.ofHours(1));

        story.happens(resolver("public", again));
        story.from(again, again.plus(INTERVAL).plus(INTERVAL), TICK);

        assertThat(story.told("ops")).contains("opened 192.0.2.10");
    }

    @Test
    void aCombinedListThatCannotBeBelievedKeepsNothingQuiet() {
        Listing whole = listing("192.0.2.10", ALL_OF_URIBL, Severity.MAJOR, "transactional");
        Listing part = listing("192.0.2.10", BLACK, Severity.MAJOR, "transactional");
        story.happens(
                opened(whole, T0),
                opened(part, T0),
                health(ALL_OF_URIBL, Health.State.HEALTHY, Health.State.LISTS_EVERYTHING, T0.plusSeconds(1)));

        story.from(T0, T0.plus(Duration.ofHours(1)), TICK);

        assertThat(story.told("ops")).containsExactlyInAnyOrder("opened " + ALL_OF_URIBL, "opened 192.0.2.10");
    }

    private static ResolverHealthChanged resolver(String state, Instant at) {
        return new ResolverHealthChanged(
                "r-" + state, at, new ResolverId("127.0.0.1:53"), "healthy", state, "no answer");
    }

    private static Transition.Opened seenBy(Transition.Opened opened, String... resolvers) {
        List<Evidence.Look> looks = Stream.of(resolvers)
                .map(resolver -> new Evidence.Look(new ResolverId(resolver), opened.at()))
                .toList();
        return new Transition.Opened(
                opened.id(), opened.at(), opened.listing(), new Evidence(looks, Optional.empty(), Optional.empty()));
    }

    @Test
    void aCombinedListKeepsItsPartsQuietForTheSameAddress() {
        Listing whole = listing("192.0.2.10", ALL_OF_URIBL, Severity.MAJOR, "transactional");
        Listing part = listing("192.0.2.10", BLACK, Severity.MAJOR, "transactional");
        Listing elsewhere = listing("192.0.2.11", BLACK, Severity.MAJOR, "transactional");
        story.happens(opened(whole, T0), opened(part, T0), opened(elsewhere, T0));

        story.from(T0, T0.plus(Duration.ofHours(1)), TICK);

        assertThat(story.told("ops")).containsExactlyInAnyOrder("opened 192.0.2.10", "opened 192.0.2.11");
        assertThat(story.delivered)
                .allSatisfy(message -> assertThat(message.items()).hasSize(1));
    }

    @Test
    void aRouteIsMuteInItsTimesAndTellsAfterwardsWhatIsStillSo() {
        story.settings = AlertStory.quiet(Map.of("morning", List.of(between(9, 12))), List.of("morning"), List.of());
        story.happens(opened(A, T0), opened(B, T0));
        Instant gone = T0.plus(Duration.ofMinutes(30));
        story.from(T0, gone, TICK);
        story.happens(closed(B, gone, CloseReason.DELISTED));
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");

        story.from(gone, noon.minusSeconds(1), TICK);
        assertThat(story.told("ops")).isEmpty();
        story.from(noon, noon.plus(Duration.ofMinutes(2)), TICK);

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10");
    }

    @Test
    void aRouteTellsOnlyInItsActiveTimes() {
        story.settings = AlertStory.quiet(Map.of("office", List.of(between(12, 13))), List.of(), List.of("office"));
        story.happens(opened(A, T0));
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");

        story.from(T0, noon.minusSeconds(1), TICK);
        assertThat(story.told("ops")).isEmpty();
        story.from(noon, noon.plus(Duration.ofMinutes(2)), TICK);

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10");
    }

    /** The night of the change lasts an hour longer: eight in the morning is 06:00 UTC before it and 07:00 after. */
    @Test
    void theTimesOfARouteFollowTheClocksOfItsPlaceOverAChange() {
        TimeInterval office = new TimeInterval(
                List.of(new TimeInterval.Hours(8 * 60, 18 * 60)),
                Set.of(),
                List.of(),
                Set.of(),
                List.of(),
                ZoneId.of("Europe/Berlin"));
        story.settings = AlertStory.quiet(Map.of("office", List.of(office)), List.of(), List.of("office"));
        Instant before = Instant.parse("2026-10-23T20:00:00Z");
        story.happens(opened(A, before));
        story.from(before, Instant.parse("2026-10-24T05:59:00Z"), Duration.ofMinutes(1));
        assertThat(story.told("ops")).isEmpty();
        story.from(Instant.parse("2026-10-24T06:00:00Z"), Instant.parse("2026-10-24T06:02:00Z"), TICK);
        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10");
        Listing other = listing("192.0.2.11", new ListId("spamcop"), Severity.MAJOR, "transactional");
        Instant night = Instant.parse("2026-10-24T20:00:00Z");
        story.happens(opened(other, night));

        story.from(night, Instant.parse("2026-10-25T06:59:00Z"), Duration.ofMinutes(1));
        assertThat(story.told("ops")).doesNotContain("opened 192.0.2.11");
        story.from(Instant.parse("2026-10-25T07:00:00Z"), Instant.parse("2026-10-25T07:02:00Z"), TICK);

        assertThat(story.told("ops")).contains("opened 192.0.2.11");
    }

    private static TimeInterval between(int from, int until) {
        return new TimeInterval(
                List.of(new TimeInterval.Hours(from * 60, until * 60)),
                Set.of(),
                List.of(),
                Set.of(),
                List.of(),
                ZoneOffset.UTC);
    }

    @Test
    void aRuleOfTheOperatorKeepsQuietWhatItSays() {
        story.settings = story.settings.inhibitedBy(List.of(new InhibitRule(
                new Match(Map.of(AlertLabels.SEVERITY, Set.of("critical"))),
                new Match(Map.of(AlertLabels.SEVERITY, Set.of("minor"))),
                List.of(AlertLabels.ADDRESS))));
        Listing minor = listing("192.0.2.10", new ListId("spamcop"), Severity.MINOR, "transactional");
        Listing other = listing("192.0.2.11", new ListId("spamcop"), Severity.MINOR, "transactional");
        story.happens(opened(A, T0), opened(minor, T0), opened(other, T0));

        story.from(T0, T0.plus(Duration.ofHours(1)), TICK);

        assertThat(story.told("ops")).containsExactlyInAnyOrder("opened 192.0.2.10", "opened 192.0.2.11");
    }

    @Test
    void nothingIsLookedAtWithoutAPauseWhileAllIsQuiet() {
        silence(A, T0, T0.plus(Duration.ofHours(2)));
        story.happens(opened(A, T0));
        story.from(T0, T0.plus(WAIT), TICK);

        assertThat(story.pump.nextAt("ops")).contains(T0.plus(WAIT).plus(INTERVAL));
    }

    private Silence silence(Listing listing, Instant from, Instant to) {
        return silences.add(
                new Match(Map.of(AlertLabels.ADDRESS, Set.of(listing.target().text()))),
                "ann",
                "known",
                from,
                to,
                from);
    }
}
