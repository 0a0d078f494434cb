package offlist.alert;

import static offlist.alert.AlertStory.INTERVAL;
import static offlist.alert.AlertStory.REPEAT;
import static offlist.alert.AlertStory.WAIT;
import static offlist.alert.Events.T0;
import static offlist.alert.Events.ZEN;
import static offlist.alert.Events.changed;
import static offlist.alert.Events.closed;
import static offlist.alert.Events.health;
import static offlist.alert.Events.in;
import static offlist.alert.Events.listing;
import static offlist.alert.Events.of;
import static offlist.alert.Events.opened;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.probe.Health;
import offlist.store.OpenStore;
import offlist.track.CloseReason;
import offlist.track.Event;
import offlist.track.Listing;
import offlist.track.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told what and when, whatever store it is kept in. */
abstract class AlertContract {
    private static final Listing A = listing("192.0.2.10");
    private static final Listing B = listing("192.0.2.11");
    private static final Listing C = listing("192.0.2.12", new ListId("spamcop"), Severity.MAJOR, "transactional");
    private static final Outcome LATER = new Outcome.RetryLater("no answer", Optional.empty());

    private static final TimeInterval ALWAYS =
            new TimeInterval(List.of(), Set.of(), List.of(), Set.of(), List.of(), ZoneOffset.UTC);

    private OpenStore store;
    private AlertStory story;

    abstract OpenStore open();

    @BeforeEach
    void openStore() {
        store = open();
        story = new AlertStory(store.database(), "ops", "mail");
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void anOpeningIsToldToEveryReceiverAfterGroupWait() {
        story.happens(opened(A, T0));

        story.at(T0.plus(WAIT).minusMillis(1));
        assertThat(story.delivered).isEmpty();
        story.at(T0.plus(WAIT));

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10");
        assertThat(story.told("mail")).containsExactly("opened 192.0.2.10");
    }

    @Test
    void whatBelongsTogetherIsToldTogether() {
        story.happens(opened(A, T0), opened(C, T0), opened(B, T0.plusSeconds(20)));

        story.at(T0.plus(WAIT));

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10, opened 192.0.2.11", "opened 192.0.2.12");
    }

    @Test
    void theNextMessageOfAGroupWaitsForTheInterval() {
        story.happens(opened(A, T0));
        story.at(T0.plus(WAIT));
        story.happens(opened(B, T0.plusSeconds(60)));

        Instant next = T0.plus(WAIT).plus(INTERVAL);
        story.at(next.minusMillis(1));
        assertThat(story.told("ops")).hasSize(1);
        story.at(next);

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10", "opened 192.0.2.11 +1");
    }

    @Test
    void whatIsOneIncidentIsOneMessageWhateverItIsGroupedBy() {
        story.settings = AlertStory.to(List.of("address"), "ops");

        story.happens(opened(of("range", A), T0), opened(of("range", B), T0.plusSeconds(20)), opened(C, T0));
        story.at(T0.plus(WAIT));

        assertThat(story.told("ops"))
                .containsExactlyInAnyOrder("opened 192.0.2.10, opened 192.0.2.11", "opened 192.0.2.12");
    }

    @Test
    void anIncidentThatGrowsIsToldAfterTheIntervalAndEndsAsOne() {
        story.settings = AlertStory.to(List.of("address"), "ops");
        story.happens(opened(of("range", A), T0));
        story.at(T0.plus(WAIT));
        story.happens(opened(of("range", B), T0.plusSeconds(60)));
        Instant grown = T0.plus(WAIT).plus(INTERVAL);
        story.at(grown);
        Instant end = grown.plus(INTERVAL).plus(INTERVAL);
        story.happens(
                closed(of("range", A), end, CloseReason.DELISTED), closed(of("range", B), end, CloseReason.DELISTED));
        story.at(end.plus(WAIT));

        assertThat(story.told("ops"))
                .containsExactly("opened 192.0.2.10", "opened 192.0.2.11 +1", "closed 192.0.2.10, closed 192.0.2.11");
    }

    @Test
    void whatEndsInOneWaveIsToldAsOneWhereverItBegan() {
        story.settings = AlertStory.to(List.of("address"), "ops");
        story.happens(opened(A, T0), opened(B, T0));
        story.at(T0.plus(WAIT));
        Instant end = T0.plus(INTERVAL).plus(INTERVAL);
        story.happens(
                in("wave", closed(A, end, CloseReason.DELISTED)), in("wave", closed(B, end, CloseReason.DELISTED)));
        story.at(end.plus(INTERVAL));

        assertThat(story.told("ops"))
                .containsExactly("opened 192.0.2.10", "opened 192.0.2.11", "closed 192.0.2.10, closed 192.0.2.11");
        assertThat(story.pump.nextAt("ops"))
                .as("nothing is left to tell or to repeat")
                .isEmpty();
    }

    @Test
    void aChangeThatWaitsGoesWithTheWaveThatEndsIt() {
        story.settings = AlertStory.to(List.of("address"), "ops");
        story.happens(opened(A, T0), opened(B, T0));
        story.at(T0.plus(WAIT));
        story.happens(changed(A, T0.plusSeconds(60)));
        Instant end = T0.plusSeconds(90);
        story.happens(
                in("wave", closed(A, end, CloseReason.DELISTED)), in("wave", closed(B, end, CloseReason.DELISTED)));
        story.from(end, end.plus(REPEAT).plus(REPEAT), Duration.ofMinutes(10));

        assertThat(story.told("ops"))
                .containsExactly("opened 192.0.2.10", "opened 192.0.2.11", "closed 192.0.2.10, closed 192.0.2.11");
        assertThat(story.pump.pending("ops")).isZero();
    }

    @Test
    void theEndInAWaveIsNotToldBeforeTheBeginning() {
        story.settings = AlertStory.to(List.of("address"), "ops");
        story.replies.put("ops", LATER);
        story.happens(opened(A, T0));
        story.at(T0.plus(WAIT));
        Instant end = T0.plus(INTERVAL);
        story.happens(in("wave", closed(A, end, CloseReason.DELISTED)));
        story.from(end, end.plus(INTERVAL).plus(INTERVAL), Duration.ofMinutes(1));
        story.replies.clear();
        story.from(end.plus(Duration.ofHours(1)), end.plus(Duration.ofHours(3)), Duration.ofMinutes(1));

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10", "closed 192.0.2.10");
    }

    @Test
    void whatWasNeverToldAndEndsInAWaveIsNeverTold() {
        story.happens(opened(A, T0));
        story.happens(in("wave", closed(A, T0.plusSeconds(5), CloseReason.DELISTED)));
        story.from(T0, T0.plus(REPEAT).plus(REPEAT), Duration.ofMinutes(10));
        assertThat(story.delivered).isEmpty();
    }

    @Test
    void aListingThatOpensAndClosesWithinTheWaitingSendsNothing() {
        story.happens(opened(A, T0), closed(A, T0.plusSeconds(20), CloseReason.DELISTED));

        story.from(T0, T0.plus(Duration.ofHours(1)), Duration.ofMinutes(1));

        assertThat(story.attempted).isEmpty();
        assertThat(story.pump.nextAt("ops")).isEmpty();
        assertThat(story.pump.pending("ops")).isZero();
    }

    @Test
    void theWithdrawnOneDoesNotTakeOthersWithIt() {
        story.happens(opened(A, T0), opened(B, T0.plusSeconds(1)), closed(A, T0.plusSeconds(20), CloseReason.LEFT));

        story.at(T0.plus(WAIT));

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.11");
    }

    @Test
    void aClosingIsToldToWhoHeardOfTheOpening() {
        story.happens(opened(A, T0));
        story.at(T0.plus(WAIT));
        story.settings = AlertStory.to("other", "ops", "mail");
        story.happens(closed(A, T0.plusSeconds(600), CloseReason.DELISTED));

        story.at(T0.plusSeconds(600).plus(WAIT));

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10", "closed 192.0.2.10");
        assertThat(story.told("other")).isEmpty();
    }

    @Test
    void theAllClearOfAGroupDoesNotWaitForTheInterval() {
        story.happens(opened(A, T0), opened(B, T0));
        story.at(T0.plus(WAIT));
        story.happens(closed(A, T0.plusSeconds(60), CloseReason.DELISTED));
        story.at(T0.plusSeconds(60).plus(WAIT));
        assertThat(story.told("ops")).hasSize(1);

        story.happens(closed(B, T0.plusSeconds(120), CloseReason.DELISTED));
        story.at(T0.plusSeconds(120).plus(WAIT));

        assertThat(story.told("ops")).hasSize(2);
    }

    @Test
    void afterTheEndAGroupBeginsAnew() {
        story.happens(opened(A, T0));
        story.at(T0.plus(WAIT));
        Instant end = T0.plus(WAIT).plus(INTERVAL);
        story.happens(closed(A, T0.plusSeconds(60), CloseReason.DELISTED));
        story.at(end);
        story.happens(opened(B, end.plusSeconds(1)));

        story.at(end.plusSeconds(1).plus(WAIT));

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10", "closed 192.0.2.10", "opened 192.0.2.11");
    }

    @Test
    void severalEventsOfAListingBecomeOneItem() {
        story.happens(opened(A, T0), changed(A, T0.plusSeconds(10)));
        story.at(T0.plus(WAIT));
        story.happens(changed(A, T0.plusSeconds(60)), changed(A, T0.plusSeconds(90)));
        story.at(T0.plus(WAIT).plus(INTERVAL));

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10", "changed 192.0.2.10");
        Item.OnList change = (Item.OnList) story.delivered.getLast().items().getFirst();
        assertThat(change.before()).isEqualTo(A.codes());
    }

    @Test
    void whatIsStillOpenIsRepeated() {
        story.happens(opened(A, T0), opened(B, T0));
        story.at(T0.plus(WAIT));

        story.at(T0.plus(WAIT).plus(REPEAT).minusMillis(1));
        assertThat(story.told("ops")).hasSize(1);
        story.at(T0.plus(WAIT).plus(REPEAT));
        story.at(T0.plus(WAIT).plus(REPEAT).plus(REPEAT));

        assertThat(story.told("ops").subList(1, 3))
                .containsOnly("still 192.0.2.10, still 192.0.2.11")
                .hasSize(2);
    }

    @Test
    void anEventThatComesAgainAddsNothing() {
        story.happens(opened(A, T0));
        story.entries().forEach(story::take);

        story.at(T0.plus(WAIT));

        assertThat(story.told("ops")).hasSize(1);
    }

    @Test
    void aRestartForgetsNothing() {
        story.happens(opened(A, T0));
        story.startPump();
        story.at(T0.plus(WAIT));
        story.startPump();
        story.happens(closed(A, T0.plusSeconds(60), CloseReason.DELISTED));
        story.startPump();
        story.at(T0.plus(WAIT).plus(INTERVAL));

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10", "closed 192.0.2.10");
    }

    @Test
    void aDeadReceiverDelaysNoOther() {
        story.replies.put("ops", LATER);
        story.happens(opened(A, T0));

        story.at(T0.plus(WAIT));

        assertThat(story.told("mail")).hasSize(1);
        assertThat(story.pump.pending("ops")).isEqualTo(1);
        assertThat(story.pump.oldest("ops", T0.plus(WAIT).plusSeconds(90))).contains(Duration.ofSeconds(90));
        assertThat(story.pump.pending("mail")).isZero();
    }

    @Test
    void whatStillGathersIsNotLate() {
        story.happens(opened(A, T0));

        assertThat(story.pump.pending("ops")).isEqualTo(1);
        assertThat(story.pump.oldest("ops", T0.plus(WAIT))).isEmpty();
    }

    @Test
    void aReceiverThatWasDownForADayHearsEverythingInOrder() {
        story.replies.put("ops", LATER);
        story.happens(opened(A, T0), opened(C, T0));
        story.from(T0, T0.plus(Duration.ofHours(6)), Duration.ofMinutes(1));
        story.happens(
                opened(B, T0.plus(Duration.ofHours(6))), closed(A, T0.plus(Duration.ofHours(7)), CloseReason.DELISTED));
        story.from(T0.plus(Duration.ofHours(6)), T0.plus(Duration.ofHours(24)), Duration.ofMinutes(1));
        int tries = story.attempted.size();
        story.replies.clear();
        story.from(T0.plus(Duration.ofHours(24)), T0.plus(Duration.ofHours(25)), Duration.ofMinutes(1));

        assertThat(story.told("ops"))
                .containsSubsequence("opened 192.0.2.10", "opened 192.0.2.11, closed 192.0.2.10")
                .contains("opened 192.0.2.12");
        assertThat(tries).as("backed off").isLessThan(6 * 24 + 6 * 24 + 60);
    }

    @Test
    void everyAttemptOfAMessageHasTheSameId() {
        story.replies.put("ops", LATER);
        story.happens(opened(A, T0));
        story.from(T0.plus(WAIT), T0.plus(WAIT).plusSeconds(120), Duration.ofSeconds(5));

        assertThat(story.attempted.stream()
                        .filter(message -> message.receiver().equals("ops"))
                        .map(Message::id)
                        .distinct())
                .hasSize(1);
        assertThat(story.attempted).hasSizeGreaterThan(3);
    }

    @Test
    void afterThreeDaysItGivesUpAndSaysSo() {
        story.replies.put("ops", LATER);
        story.happens(opened(A, T0));
        story.from(T0, T0.plus(Duration.ofHours(73)), Duration.ofMinutes(5));

        assertThat(story.counted.stream()
                        .filter(sent -> sent.receiver().equals("ops"))
                        .map(sent -> sent.outcome().label())
                        .distinct())
                .containsExactly("retried", "given_up");
    }

    @Test
    void whatWasGivenUpAndIsStillSoIsToldWhenTheReceiverIsMended() {
        story.settings = AlertStory.to("ops");
        story.replies.put("ops", new Outcome.GivenUp("404"));
        story.happens(opened(A, T0), opened(C, T0));
        story.at(T0.plus(WAIT));
        story.replies.clear();
        story.happens(closed(C, T0.plusSeconds(600), CloseReason.DELISTED));

        story.from(T0.plusSeconds(600), T0.plus(Duration.ofHours(3)), Duration.ofMinutes(1));

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10");
        assertThat(story.pump.pending("ops")).isZero();
    }

    @Test
    void theEndOfWhatWasToldIsToldWhenTheReceiverIsMended() {
        story.settings = AlertStory.to("ops");
        story.happens(opened(A, T0));
        story.at(T0.plus(WAIT));
        story.replies.put("ops", new Outcome.GivenUp("404"));
        Instant gone = T0.plus(Duration.ofHours(1));
        story.happens(closed(A, gone, CloseReason.DELISTED));
        story.from(gone, gone.plus(INTERVAL), Duration.ofMinutes(1));
        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10");
        story.replies.clear();

        story.from(gone.plus(INTERVAL), gone.plus(Duration.ofHours(3)), Duration.ofMinutes(1));

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10", "closed 192.0.2.10");
        assertThat(story.pump.nextAt("ops")).isEmpty();
    }

    @Test
    void whatIsRefusedIsNotTriedAgain() {
        story.replies.put("ops", new Outcome.GivenUp("404"));
        story.happens(opened(A, T0));
        story.from(T0, T0.plus(Duration.ofHours(1)), Duration.ofMinutes(1));

        assertThat(story.counted)
                .filteredOn(sent -> sent.receiver().equals("ops"))
                .containsExactly(new Sent("ops", AlertKind.LISTING, new Outcome.GivenUp("404")));
    }

    @Test
    void aMessageThatKeepsFailingDoesNotStopTheOthers() {
        story.settings = AlertStory.to("ops");
        story.happens(opened(A, T0));
        story.replies.put("ops", LATER);
        story.at(T0.plus(WAIT));
        story.happens(opened(C, T0.plusSeconds(31)));
        story.replies.clear();
        story.from(T0.plusSeconds(60), T0.plusSeconds(120), Duration.ofSeconds(1));

        assertThat(story.told("ops")).containsExactlyInAnyOrder("opened 192.0.2.10", "opened 192.0.2.12");
    }

    @Test
    void aFaultOfOurOwnInOneMessageDoesNotStopTheOthers() {
        story.settings = AlertStory.to("ops");
        story.poison = "192.0.2.10";
        story.happens(opened(A, T0), opened(C, T0));

        story.at(T0.plus(WAIT));

        assertThat(story.attempted).hasSize(2);
        assertThat(story.told("ops")).containsExactly("opened 192.0.2.12");
        assertThat(story.pump.pending("ops")).isEqualTo(1);
    }

    @Test
    void aFaultOfOurOwnIsCountedAndGivenUpAfterAFewSoThatItsGroupGoesOn() {
        story.settings = AlertStory.to("ops");
        story.poison = "192.0.2.10";
        story.happens(opened(A, T0));

        story.from(T0.plus(WAIT), T0.plus(WAIT).plus(INTERVAL), Duration.ofSeconds(1));
        story.poison = "";
        story.happens(opened(B, T0.plus(WAIT).plus(INTERVAL)));
        story.from(T0.plus(WAIT).plus(INTERVAL), T0.plus(Duration.ofHours(1)), Duration.ofSeconds(10));

        assertThat(story.counted)
                .extracting(sent -> sent.kind().label() + " " + sent.outcome().label())
                .containsExactly(
                        "listing retried",
                        "listing retried",
                        "listing retried",
                        "listing retried",
                        "listing given_up",
                        "listing delivered");
        assertThat(story.told("ops")).containsExactly("opened 192.0.2.11 +1");
    }

    @Test
    void informationalListingsNeverAlert() {
        story.happens(opened(listing("192.0.2.10", ZEN, Severity.INFORMATIONAL, "a"), T0));
        story.happens(opened(listing("192.0.2.10", new ListId("dnswl"), Severity.MAJOR, "a"), T0));
        story.happens(opened(listing("192.0.2.10", new ListId("cymru-origin"), Severity.MAJOR, "a"), T0));

        story.at(T0.plus(Duration.ofHours(1)));

        assertThat(story.attempted).isEmpty();
    }

    @Test
    void aListThatGoesMadIsOneIncident() {
        story.happens(health(ZEN, Health.State.UNVERIFIED, Health.State.HEALTHY, T0));
        story.happens(health(ZEN, Health.State.HEALTHY, Health.State.LISTS_EVERYTHING, T0.plusSeconds(10)));
        story.at(T0.plusSeconds(10).plus(WAIT));
        story.happens(health(ZEN, Health.State.LISTS_EVERYTHING, Health.State.HEALTHY, T0.plusSeconds(600)));
        story.at(T0.plusSeconds(600).plus(WAIT));

        assertThat(story.told("ops")).containsExactly("opened spamhaus-zen", "closed spamhaus-zen");
        assertThat(story.delivered.getFirst().kind()).isEqualTo(AlertKind.LIST_HEALTH);
    }

    @Test
    void aFloodBecomesAHandfulOfMessages() {
        Event[] flood = IntStream.range(0, 2000)
                .mapToObj(i -> opened(listing("198.51." + i / 250 + "." + i % 250), T0.plusMillis(30L * i)))
                .toArray(Event[]::new);
        story.happens(flood);

        story.from(T0, T0.plus(Duration.ofHours(1)), Duration.ofMinutes(1));

        assertThat(story.told("ops")).hasSizeLessThan(3);
        assertThat(story.delivered.stream()
                        .filter(message -> message.receiver().equals("ops"))
                        .mapToInt(message -> message.items().size())
                        .sum())
                .isEqualTo(2000);
    }

    @Test
    void aReceiverThatIsNoMoreIsOwedNothing() {
        story.happens(opened(A, T0));
        story.settings = AlertStory.to("ops");

        story.pump.tidy(T0.plusSeconds(1));
        story.pump.tidy(T0.plus(Duration.ofHours(25)));

        assertThat(story.pump.pending("mail")).isZero();
        assertThat(story.pump.pending("ops")).isEqualTo(1);
    }

    @Test
    void aStartWithTheWrongFileCostsNothingThatIsOwed() {
        story.happens(opened(A, T0));
        AlertSettings right = story.settings;
        story.settings = AlertStory.to("other");
        story.pump.follow();
        story.pump.tidy(T0.plusSeconds(1));
        story.pump.tidy(T0.plus(Duration.ofHours(23)));
        story.settings = right;
        story.pump.follow();

        story.at(T0.plus(Duration.ofHours(23)));

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10");
        assertThat(story.told("mail")).containsExactly("opened 192.0.2.10");
    }

    @Test
    void aReceiverWithAnotherNameHearsWhatIsOpen() {
        story.settings = AlertStory.to("ops");
        story.happens(opened(A, T0), opened(C, T0));
        story.at(T0.plus(WAIT));
        story.happens(closed(C, T0.plusSeconds(600), CloseReason.DELISTED));
        story.at(T0.plusSeconds(600).plus(INTERVAL));
        story.settings = AlertStory.to("ops-slack");
        story.pump.follow();
        story.pump.follow();
        Instant later = T0.plus(Duration.ofHours(1));

        story.from(later, later.plus(INTERVAL).plus(INTERVAL), Duration.ofSeconds(30));
        story.happens(closed(A, later.plusSeconds(3600), CloseReason.DELISTED));
        story.from(later.plusSeconds(3600), later.plusSeconds(3600).plus(INTERVAL), Duration.ofSeconds(30));

        assertThat(story.told("ops-slack")).containsExactly("opened 192.0.2.10", "closed 192.0.2.10");
    }

    @Test
    void aReceiverThatWasForgottenAndComesBackHearsWhatIsOpen() {
        story.happens(opened(A, T0));
        story.at(T0.plus(WAIT));
        AlertSettings right = story.settings;
        story.settings = AlertStory.to("ops");
        story.pump.follow();
        story.pump.tidy(T0.plusSeconds(60));
        story.pump.tidy(T0.plus(Duration.ofHours(25)));
        story.settings = right;
        story.pump.follow();

        story.at(T0.plus(Duration.ofHours(26)));

        assertThat(story.told("mail")).containsExactly("opened 192.0.2.10", "opened 192.0.2.10");
    }

    @Test
    void otherTimesOfARouteHoldForWhatIsOpen() {
        story.settings = AlertStory.quiet(Map.of("always", List.of(ALWAYS)), List.of("always"), List.of());
        story.happens(opened(A, T0));
        story.from(T0, T0.plus(Duration.ofHours(1)), Duration.ofMinutes(1));
        assertThat(story.delivered).isEmpty();
        story.settings = AlertStory.to("ops");
        story.pump.follow();

        story.at(T0.plus(Duration.ofHours(1)));

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10");
    }

    @Test
    void routesWithOtherTimesDoNotShareAGroup() {
        Listing minor = listing("192.0.2.99", A.list(), Severity.MINOR, "transactional");
        story.settings = AlertStory.toOneByTwoRoutes(
                Map.of("night", List.of(ALWAYS)), Map.of("severity", Set.of("critical")), List.of("night"));
        story.happens(opened(A, T0), opened(minor, T0));

        story.from(T0, T0.plus(Duration.ofHours(1)), Duration.ofMinutes(1));

        assertThat(story.told("ops")).containsExactly("opened 192.0.2.10");
    }

    @Test
    void aGroupInWhichMuchHappensRemindsToo() {
        story.settings = AlertStory.to("ops");
        story.happens(opened(A, T0));
        story.at(T0.plus(WAIT));
        for (int hour = 10; hour <= 60; hour += 10) {
            Listing other = listing("192.0.2." + (100 + hour));
            Instant at = T0.plus(Duration.ofHours(hour));
            story.happens(opened(other, at));
            story.from(at, at.plus(INTERVAL).plus(INTERVAL), Duration.ofMinutes(1));
        }

        assertThat(story.told("ops"))
                .filteredOn(told -> told.contains("still 192.0.2.10"))
                .hasSize(2);
    }

    @Test
    void oldMessagesAreForgottenButNotWhatIsStillOpen() {
        story.happens(opened(A, T0), opened(C, T0));
        story.at(T0.plus(WAIT));
        story.happens(closed(C, T0.plusSeconds(3600), CloseReason.DELISTED));
        story.at(T0.plusSeconds(7200));

        story.pump.tidy(T0.plus(Duration.ofDays(60)));
        story.at(T0.plus(Duration.ofDays(60)));

        assertThat(story.told("ops").getLast()).isEqualTo("still 192.0.2.10");
        assertThat(store.database().query("SELECT event FROM delivery", row -> row.text("event")))
                .isEqualTo(List.of("open-" + A.id(), "open-" + A.id()));
    }

    @Test
    void thatAReceiverTakesNothingIsToldToTheOthers() {
        story.settings = AlertStory.to("ops", "mail");
        Trouble deaf = new Trouble("t1", T0, Trouble.Kind.DELIVERY, "ops", false, "ops takes nothing", List.of());
        Trouble hears = new Trouble(
                "t2", T0.plusSeconds(900), Trouble.Kind.DELIVERY, "ops", true, "ops takes messages", List.of());

        story.happens(deaf);
        story.at(T0.plus(WAIT));
        story.happens(hears);
        story.from(T0.plusSeconds(900), T0.plusSeconds(900).plus(INTERVAL), Duration.ofSeconds(10));

        assertThat(story.told("ops")).isEmpty();
        assertThat(story.told("mail")).containsExactly("opened delivery/ops", "closed delivery/ops");
    }

    @Test
    void aReceiverThatAloneWouldHearOfItsOwnSilenceIsNotTheOne() {
        story.settings =
                new AlertSettings(AlertStory.to("ops", "mail").receivers(), Optional.empty(), Optional.empty());

        story.happens(new Trouble("t1", T0, Trouble.Kind.DELIVERY, "ops", false, "ops takes nothing", List.of()));
        story.at(T0.plus(WAIT));

        assertThat(story.told("mail")).containsExactly("opened delivery/ops");
        assertThat(story.told("ops")).isEmpty();
    }

    @Test
    void anOverdueTaskGoesWhereItsListPoolAndSeverityGoAndLeadsToItsPage() {
        story.settings = AlertStory.toOneByTwoRoutes(
                Map.of("never", List.of()), Map.of("list", Set.of("spamcop"), "severity", Set.of("major")), List.of());
        Map<String, List<String>> labels = Map.of("list", List.of("spamcop"), "severity", List.of("major"));
        Trouble late = new Trouble(
                "t1", T0, Trouble.Kind.REMOVAL_TASK, "task-L1", false, "Removal is overdue", List.of("a"), labels);

        story.happens(late);
        story.at(T0.plus(WAIT));
        Item.Notice notice = (Item.Notice) story.delivered.getFirst().items().getFirst();

        assertThat(story.told("ops")).containsExactly("opened removal-task/task-L1");
        assertThat(notice.severity()).isEqualTo(Severity.MAJOR);
        assertThat(notice.action()).singleElement().asString().contains("ask the list again");
        assertThat(new Links(Optional.of(URI.create("https://offlist.example.com"))).of(notice))
                .contains(URI.create("https://offlist.example.com/tasks/task-L1"));
        story.happens(new Trouble(
                "t2", T0.plusSeconds(900), Trouble.Kind.REMOVAL_TASK, "task-L1", true, "Over", List.of(), labels));
        story.from(T0.plusSeconds(900), T0.plusSeconds(900).plus(INTERVAL), Duration.ofSeconds(10));
        assertThat(story.told("ops")).containsExactly("opened removal-task/task-L1", "closed removal-task/task-L1");
    }

    @Test
    void aDigestIsToldOnceAndNeverAgain() {
        Trouble digest = new Trouble("d1", T0, Trouble.Kind.DIGEST, "mail", false, "all is well", List.of("a", "b"));

        story.happens(digest);
        story.from(T0, T0.plus(REPEAT).plus(REPEAT), Duration.ofMinutes(10));

        assertThat(story.told("mail")).containsExactly("opened digest/mail");
        assertThat(story.told("ops")).isEmpty();
        assertThat(story.pump.nextAt("mail")).isEmpty();
        assertThat(story.pump.pending("mail")).isZero();
    }

    @Test
    void aReceiverThatForgetsHearsAllThatIsOpenInEveryMessage() {
        story.settings = new AlertSettings(
                List.of(new ReceiverSettings.Alertmanager(
                        "am", List.of("http://127.0.0.1:9093"), Optional.empty(), Duration.ofMinutes(1))),
                Optional.empty(),
                Optional.empty());
        Listing first = Events.listing("192.0.2.10");
        Listing second = Events.listing("192.0.2.11", new ListId("spamcop"), Severity.MAJOR, "other");
        story.happens(Events.opened(first, T0));
        story.at(T0);
        // News every half minute must not keep the first from being sent again.
        story.happens(Events.opened(second, T0.plusSeconds(30)));
        story.at(T0.plusSeconds(30));
        story.happens(Events.closed(first, T0.plusSeconds(50), CloseReason.DELISTED));
        story.at(T0.plusSeconds(50));
        story.from(T0.plusSeconds(60), T0.plusSeconds(111), Duration.ofSeconds(1));

        assertThat(story.told("am"))
                .containsExactly(
                        "opened 192.0.2.10",
                        "opened 192.0.2.10, opened 192.0.2.11 +1",
                        "opened 192.0.2.11, closed 192.0.2.10 +1",
                        "still 192.0.2.11");
    }
}
