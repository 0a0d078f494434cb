package offlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import offlist.catalogue.ListId;
import offlist.dns.ResolverId;
import offlist.pool.IpAddress;
import offlist.pool.Target;
import offlist.probe.Explanation;
import offlist.probe.Health;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.probe.Verdict;
import offlist.testing.Sample;
import offlist.track.ListStatus;
import offlist.track.ListStatus.Daily;
import org.junit.jupiter.api.Test;

class StrangerLooksTest {
    private static final ListId SPAMCOP = new ListId("spamcop");
    private static final Duration TURN = Duration.ofMinutes(9);
    private static final Target STRANGER = IpAddress.parse("203.0.113.1");

    private final Pending checks = new Pending();
    private Instant now = Sample.NOW;
    private final StrangerLooks looks = new StrangerLooks(checks, () -> now);

    @Test
    void aListIsAskedNoMoreOftenThanInItsOwnTurns() {
        CompletableFuture<Observation> first = look(healthy());
        checks.answer(0, new Verdict.NotListed(Duration.ofMinutes(5)));
        now = now.plus(TURN).minusMillis(1);
        assertThat(look(healthy())).isSameAs(first);
        now = now.plusMillis(1);
        assertThat(look(healthy())).isNotSameAs(first);
        assertThat(checks.asked).hasSize(2);
    }

    @Test
    void whoeverAsksWhileALookIsUnderWayWaitsForTheSame() {
        CompletableFuture<Observation> first = look(healthy());
        now = now.plus(TURN).plus(TURN);
        assertThat(look(healthy())).isSameAs(first);
        assertThat(checks.asked).hasSize(1);
    }

    @Test
    void whatToldNothingIsAskedAgainAfterAMinute() {
        look(healthy());
        checks.answer(0, new Verdict.Failed(Verdict.Cause.TIMEOUT));
        now = now.plus(StrangerLooks.AGAIN).minusMillis(1);
        look(healthy());
        assertThat(checks.asked).hasSize(1);
        now = now.plusMillis(1);
        look(healthy());
        assertThat(checks.asked).hasSize(2);
    }

    @Test
    void aLookThatBrokeIsAskedAgainAfterAMinute() {
        look(healthy());
        checks.answers.getFirst().completeExceptionally(new IllegalStateException("stopping"));
        now = now.plus(StrangerLooks.AGAIN);
        look(healthy());
        assertThat(checks.asked).hasSize(2);
    }

    @Test
    void aListThatCannotBeBelievedIsNotAsked() {
        for (Health.State state : Health.State.values()) {
            Optional<?> look = looks.look(address(state.ordinal()), list(new Health(state, ""), Daily.NONE));
            assertThat(look.isPresent()).as(state.label()).isEqualTo(state == Health.State.HEALTHY);
        }
    }

    @Test
    void aTenthOfWhatAListLeavesInADayIsForThePools() {
        assertThat(looks.look(STRANGER, list(Health.HEALTHY, new Daily(0, 0, 1000, 900))))
                .isEmpty();
        assertThat(looks.look(STRANGER, list(Health.HEALTHY, new Daily(0, 0, 1000, 899))))
                .isPresent();
    }

    @Test
    void whatIsKnownIsShownWhereTheListMayNotBeAsked() {
        CompletableFuture<Observation> first = look(healthy());
        checks.answer(0, new Verdict.NotListed(Duration.ofMinutes(5)));
        assertThat(looks.look(STRANGER, list(Health.HEALTHY, new Daily(0, 0, 1000, 1000))))
                .contains(first);
    }

    @Test
    void notTooManyLooksAreUnderWayAndThereIsRoomAgainWhenTheyEnd() {
        for (int i = 0; i < StrangerLooks.MOST_WAITING; i++) {
            assertThat(looks.look(address(i), healthy())).isPresent();
        }
        assertThat(looks.look(STRANGER, healthy())).isEmpty();
        checks.answer(0, new Verdict.NotListed(Duration.ZERO));
        assertThat(looks.look(STRANGER, healthy())).isPresent();
    }

    @Test
    void onlySoManyAreKeptAndTheOldestGoFirst() {
        for (int i = 0; i <= StrangerLooks.MOST_KEPT; i++) {
            looks.look(address(i), healthy());
            checks.answer(i, new Verdict.NotListed(Duration.ZERO));
        }
        looks.look(address(StrangerLooks.MOST_KEPT), healthy());
        assertThat(checks.asked).hasSize(StrangerLooks.MOST_KEPT + 1);
        looks.look(address(0), healthy());
        assertThat(checks.asked).hasSize(StrangerLooks.MOST_KEPT + 2);
    }

    private CompletableFuture<Observation> look(ListStatus list) {
        return looks.look(STRANGER, list).orElseThrow();
    }

    private static Target address(int i) {
        return IpAddress.parse("10." + (i >> 16) + "." + (i >> 8 & 0xff) + "." + (i & 0xff));
    }

    private static ListStatus healthy() {
        return list(Health.HEALTHY, Daily.NONE);
    }

    private static ListStatus list(Health health, Daily daily) {
        return new ListStatus(
                SPAMCOP, health, Sample.ago(5), TURN, TURN, Optional.of(TURN), "", 0, 0, Optional.of(TURN), 1, daily);
    }

    /** Answers when the test says so. */
    private static final class Pending implements Checks {
        private final List<Pair> asked = new ArrayList<>();
        private final List<CompletableFuture<List<Observation>>> answers = new ArrayList<>();

        @Override
        public CompletionStage<List<Observation>> checkNow(Collection<Target> targets, Set<ListId> lists) {
            asked.add(new Pair(targets.iterator().next(), lists.iterator().next()));
            answers.add(new CompletableFuture<>());
            return answers.getLast();
        }

        void answer(int which, Verdict verdict) {
            answers.get(which)
                    .complete(List.of(new Observation(
                            asked.get(which),
                            verdict,
                            new ResolverId("127.0.0.1:53"),
                            Sample.NOW,
                            Duration.ofMillis(20),
                            "")));
        }

        @Override
        public void named(Collection<Target> targets) {
            throw new IllegalStateException("nobody is named");
        }

        @Override
        public CompletionStage<Explanation> explain(Target target, ListId list) {
            throw new IllegalStateException("nothing is explained");
        }
    }
}
