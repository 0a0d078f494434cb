package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import offlist.alert.AlertConsumer;
import offlist.alert.AlertKind;
import offlist.alert.AlertSettings;
import offlist.alert.Outcome;
import offlist.alert.Sent;
import offlist.bounce.intake.BounceSource;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.ListId;
import offlist.pool.PoolName;
import offlist.pool.SourceKind;
import offlist.pool.SourceState;
import offlist.pool.SourceStatus;
import offlist.probe.Health;
import offlist.store.OpenStore;
import offlist.store.Outbox;
import offlist.testing.Stores;
import offlist.ticket.TicketSent;
import offlist.track.ListStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroublesTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final Outcome LATER = new Outcome.RetryLater("no answer", Optional.empty());

    private static final Set<ListId> ASKED = Set.of(new ListId("spamcop"));
    private static final String[] BEGUN = {
        "offlist.trouble.pool-source marketing/file false",
        "offlist.trouble.budget spamcop false",
        "offlist.trouble.delivery ops false"
    };
    private static final String[] ENDED = {
        "offlist.trouble.pool-source marketing/file true",
        "offlist.trouble.budget spamcop true",
        "offlist.trouble.delivery ops true"
    };

    @TempDir
    Path directory;

    private OpenStore store;
    private Instant now = T0;
    private Troubles troubles;

    @BeforeEach
    void openStore() {
        store = Stores.sqlite(directory);
        troubles = restarted();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private Troubles restarted() {
        return new Troubles(store.database(), () -> {}, () -> now);
    }

    @Test
    void aSourceThatFailsIsToldOnceAndItsRecoveryToo() {
        troubles.sources(List.of(source(SourceStatus.OK)));
        troubles.sources(List.of(source(SourceStatus.FAILED)));
        troubles.sources(List.of(source(SourceStatus.FAILED)));
        now = now.plusSeconds(1);
        troubles.sources(List.of(source(SourceStatus.WAITING)));
        troubles.sources(List.of(source(SourceStatus.OK)));
        troubles.sources(List.of(source(SourceStatus.OK)));

        assertThat(recorded())
                .containsExactly(
                        "offlist.trouble.pool-source marketing/file false",
                        "offlist.trouble.pool-source marketing/file true");
    }

    @Test
    void aSourceOfBouncesThatIsNotReadForHalfAnHourIsToldUntilItIsReadAgain() {
        AtomicBoolean works = new AtomicBoolean();
        try (Intake intake = Intake.of(new Mailbox(works), false)) {
            troubles.bounceSources(List.of(intake));
            intake.step();
            troubles.bounceSources(List.of(intake));
            now = now.plus(Duration.ofMinutes(29));
            troubles.bounceSources(List.of(intake));
            assertThat(recorded()).isEmpty();

            now = now.plus(Duration.ofMinutes(1));
            troubles.bounceSources(List.of(intake));
            troubles.bounceSources(List.of(intake));
            assertThat(recorded()).containsExactly("offlist.trouble.bounce-source the mailbox false");

            works.set(true);
            now = now.plusSeconds(1);
            intake.step();
            troubles.bounceSources(List.of(intake));
        }
        assertThat(recorded())
                .containsExactly(
                        "offlist.trouble.bounce-source the mailbox false",
                        "offlist.trouble.bounce-source the mailbox true");
    }

    @Test
    void aSourceOfBouncesThatNobodyHasLookedAtSinceARestartIsNotTakenForWell() {
        try (Intake before = Intake.of(new Mailbox(new AtomicBoolean()), false);
                Intake after = Intake.of(new Mailbox(new AtomicBoolean()), false)) {
            before.step();
            troubles.bounceSources(List.of(before));
            now = now.plus(Duration.ofMinutes(30));
            troubles.bounceSources(List.of(before));
            consume();
            troubles = restarted();
            troubles.bounceSources(List.of(after));
            after.step();
            troubles.bounceSources(List.of(after));
            assertThat(recorded()).hasSize(1);

            now = now.plusSeconds(1);
            troubles.bounceSources(List.of());
            assertThat(recorded()).hasSize(2).last().isEqualTo("offlist.trouble.bounce-source the mailbox true");
        }
    }

    private record Mailbox(AtomicBoolean works) implements BounceSource {
        @Override
        public String name() {
            return "the mailbox";
        }

        @Override
        public int step() throws IOException {
            if (!works.get()) {
                throw new IOException("the server cannot be reached");
            }
            return 0;
        }

        @Override
        public void close() {}
    }

    @Test
    void aTicketSystemThatLetsNobodyInIsToldUntilItHasTakenTicketsForAWhile() {
        troubles.tickets(new TicketSent("desk", TicketSent.Result.BARRED, "HTTP 401"));
        troubles.receivers(Set.of("ops", Troubles.aboutTickets("desk")));
        now = now.plusSeconds(1);
        troubles.tickets(new TicketSent("desk", TicketSent.Result.TAKEN, ""));
        assertThat(recorded()).containsExactly("offlist.trouble.delivery tickets/desk false");
        now = now.plus(Duration.ofMinutes(16));
        troubles.receivers(Set.of("ops", Troubles.aboutTickets("desk")));

        assertThat(recorded())
                .containsExactly(
                        "offlist.trouble.delivery tickets/desk false", "offlist.trouble.delivery tickets/desk true");
    }

    @Test
    void aRestartTellsNothingAgainAndForgetsNoEnd() {
        troubles.sources(List.of(source(SourceStatus.HELD)));
        consume();
        troubles = restarted();
        troubles.sources(List.of(source(SourceStatus.HELD)));
        assertThat(recorded()).hasSize(1);

        now = now.plusSeconds(1);
        troubles = restarted();
        troubles.sources(List.of(source(SourceStatus.OK)));

        assertThat(recorded()).hasSize(2).last().isEqualTo("offlist.trouble.pool-source marketing/file true");
    }

    @Test
    void aBudgetIsOverWhenNothingIsLeftAndBackWhenSomeIs() {
        troubles.budgets(List.of(list(99)), ASKED);
        troubles.budgets(List.of(list(100)), ASKED);
        now = now.plusSeconds(1);
        troubles.budgets(List.of(list(97)), ASKED);
        assertThat(recorded()).containsExactly("offlist.trouble.budget spamcop false");
        troubles.budgets(List.of(list(95)), ASKED);

        assertThat(recorded()).hasSize(2).last().isEqualTo("offlist.trouble.budget spamcop true");
    }

    @Test
    void aReceiverThatGivesUpIsInTroubleUntilItHasTakenMessagesForAWhile() {
        troubles.sent(sent(new Outcome.GivenUp("HTTP 404")));
        troubles.sent(sent(new Outcome.GivenUp("HTTP 404")));
        now = now.plusSeconds(1);
        troubles.sent(sent(new Outcome.Delivered()));
        now = now.plus(Duration.ofMinutes(15));
        troubles.sent(sent(new Outcome.Delivered()));
        troubles.sent(sent(new Outcome.Delivered()));

        assertThat(recorded())
                .containsExactly("offlist.trouble.delivery ops false", "offlist.trouble.delivery ops true");
    }

    @Test
    void aReceiverThatIsLateIsInTroubleAfterHalfAnHour() {
        troubles.sent(sent(LATER));
        now = now.plus(Duration.ofMinutes(29));
        troubles.sent(sent(LATER));
        assertThat(recorded()).isEmpty();
        now = now.plus(Duration.ofMinutes(1));
        troubles.sent(sent(LATER));

        assertThat(recorded()).containsExactly("offlist.trouble.delivery ops false");
    }

    @Test
    void aReceiverThatTakesSomeMessagesAndRefusesOthersIsInTroubleOnce() {
        for (int minute = 0; minute < 60; minute++) {
            troubles.sent(sent(minute % 10 == 0 ? new Outcome.GivenUp("HTTP 400") : new Outcome.Delivered()));
            troubles.receivers(Set.of("ops"));
            now = now.plus(Duration.ofMinutes(1));
        }

        assertThat(recorded()).containsExactly("offlist.trouble.delivery ops false");
    }

    @Test
    void aReceiverThatHasNothingMoreToTakeIsWellAfterAWhileToo() {
        troubles.sent(sent(new Outcome.GivenUp("HTTP 400")));
        now = now.plusSeconds(1);
        troubles.sent(sent(new Outcome.Delivered()));
        now = now.plus(Duration.ofMinutes(15)).minusSeconds(1);
        troubles.receivers(Set.of("ops"));
        assertThat(recorded()).hasSize(1);
        now = now.plusSeconds(1);
        troubles.receivers(Set.of("ops"));

        assertThat(recorded()).hasSize(2).last().isEqualTo("offlist.trouble.delivery ops true");
    }

    @Test
    void whatIsTakenOutOfTheSettingsIsInTroubleNoMore() {
        everythingFails();
        now = now.plusSeconds(1);
        everythingIsRemoved();
        everythingIsRemoved();
        consume();
        everythingIsRemoved();

        assertThat(recorded()).hasSize(6).endsWith(ENDED);
    }

    @Test
    void whatIsTakenOutOfTheSettingsWhileNobodyRanIsInTroubleNoMore() {
        everythingFails();
        consume();
        now = now.plusSeconds(1);
        troubles = restarted();
        everythingIsRemoved();
        everythingIsRemoved();

        assertThat(recorded()).hasSize(6).endsWith(ENDED);
    }

    @Test
    void whatComesBackAfterItWasTakenOutIsToldAgain() {
        everythingFails();
        now = now.plusSeconds(1);
        everythingIsRemoved();
        now = now.plusSeconds(1);
        everythingFails();

        assertThat(recorded()).hasSize(9).endsWith(BEGUN);
    }

    @Test
    void aBudgetIsOverWhenTheListHasNoLimitAnyMoreButNotBeforeTheListIsLookedAt() {
        troubles.budgets(List.of(list(100)), ASKED);
        consume();
        now = now.plusSeconds(1);
        troubles = restarted();
        troubles.budgets(List.of(), ASKED);
        assertThat(recorded()).hasSize(1);
        troubles.budgets(List.of(list(ListStatus.Daily.NONE)), ASKED);

        assertThat(recorded()).hasSize(2).last().isEqualTo("offlist.trouble.budget spamcop true");
    }

    private void everythingFails() {
        troubles.sources(List.of(source(SourceStatus.FAILED)));
        troubles.budgets(List.of(list(100)), ASKED);
        troubles.sent(sent(new Outcome.GivenUp("HTTP 404")));
    }

    private void everythingIsRemoved() {
        troubles.sources(List.of());
        troubles.budgets(List.of(list(100)), Set.of());
        troubles.receivers(Set.of("others"));
    }

    private List<String> recorded() {
        return new Outbox(store.database())
                .after(0, 100).stream()
                        .map(entry -> entry.type() + " " + entry.subject() + " "
                                + entry.body().contains("\"over\":true"))
                        .toList();
    }

    private void consume() {
        AlertConsumer consumer = new AlertConsumer(
                () -> new AlertSettings(List.of(), Optional.empty(), Optional.empty()), CatalogueReader::shipped);
        new Outbox(store.database())
                .after(0, 100)
                .forEach(entry -> store.database().transact(tx -> consumer.take(tx, entry)));
    }

    private static Sent sent(Outcome outcome) {
        return new Sent("ops", AlertKind.LISTING, outcome);
    }

    private static SourceState source(SourceStatus status) {
        return new SourceState(
                "marketing/file",
                new PoolName("marketing"),
                SourceKind.FILE,
                status,
                "it is not there",
                List.of(),
                T0,
                12,
                Optional.of(T0));
    }

    private static ListStatus list(int used) {
        return list(new ListStatus.Daily(100, 100, 100, used));
    }

    private static ListStatus list(ListStatus.Daily daily) {
        return new ListStatus(
                new ListId("spamcop"),
                Health.HEALTHY,
                T0,
                Duration.ofMinutes(10),
                Duration.ofMinutes(10),
                Optional.empty(),
                "",
                0,
                0,
                Optional.empty(),
                0,
                daily);
    }
}
