package offlist.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import offlist.store.OpenStore;
import offlist.ticket.FakeTracker.Fault;
import offlist.ticket.FakeTracker.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of tickets whatever store they are kept in, over crashes too. */
abstract class TicketContract {
    private static final String NAME = "tracker";
    private static final String TASK = "task-L1";

    private OpenStore store;
    private FakeTracker tracker;
    private TicketStory story;

    abstract OpenStore open();

    @BeforeEach
    void start() {
        store = open();
        tracker = Trackers.start("github");
        story = new TicketStory(store.database(), Trackers.system(NAME, "github", tracker.url()));
    }

    @AfterEach
    void stop() {
        tracker.close();
        store.close();
    }

    /** The process ends at a request: before it leaves, or when it has been carried out. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Deadly extends Caller {
        private final Random random;
        private final double share;
        private int kills;

        Deadly(long seed, double share) {
            super(TicketStory.client(), Duration.ofSeconds(10));
            // Neighbouring seeds begin alike.
            this.random = new Random(seed * 0x9E3779B97F4A7C15L);
            this.share = share;
        }

        @Override
        Answer call(TicketSystem system, Preset.Call call, Values values) {
            if (random.nextDouble() < share) {
                kills++;
                if (random.nextBoolean()) {
                    super.call(system, call, values);
                }
                throw new Killed();
            }
            return super.call(system, call, values);
        }
    }

    private void workOn(Duration most) {
        Instant end = story.now.plus(most);
        do {
            story.now = story.now.plusSeconds(15);
            try {
                story.work();
            } catch (Killed e) {
                story.startPump();
            }
        } while (story.pump.pending(NAME) > 0 && story.now.isBefore(end));
    }

    @Test
    void aKillAtAnyRequestDoublesNoTicketAndLosesNoUpdate() {
        int kills = 0;
        for (long seed = 1; seed <= 25; seed++) {
            Deadly deadly = new Deadly(seed, 0.4);
            story.caller = deadly;
            story.startPump();
            String task = "task-K" + seed;
            story.happens("opened", TicketStory.task(task, "open"));
            workOn(Duration.ofMinutes(seed % 2));
            story.happens("updated", TicketStory.task(task, "waiting").put("severity", "minor"));
            workOn(Duration.ofHours(2));
            story.happens("closed", TicketStory.task(task, "closed"));
            workOn(Duration.ofHours(6));

            kills += deadly.kills;
            List<FakeTracker.Ticket> made = tracker.tickets.stream()
                    .filter(ticket -> ticket.made().toString().contains(task))
                    .toList();
            assertThat(made).as("seed %d: %s", seed, tracker.requests).hasSize(1);
            assertThat(made.getFirst().isClosed()).as("seed %d", seed).isTrue();
            assertThat(made.getFirst().notes().stream().filter(note -> note.contains("transition-9")))
                    .as("seed %d", seed)
                    .hasSize(1);
        }
        assertThat(kills).isGreaterThan(50);
    }

    @Test
    void aKillBetweenTheCommitAndTheRequestIsFollowedByALookAndATicket() {
        story.caller = new Deadly(5, 1);
        story.startPump();
        story.happens("opened", TicketStory.task(TASK, "open"));
        workOn(Duration.ZERO);
        story.caller = new Caller(TicketStory.client(), Duration.ofSeconds(10));
        story.startPump();
        int before = tracker.requests.size();
        story.until(NAME, Duration.ofHours(1));

        assertThat(tracker.requests.subList(before, before + 1))
                .allSatisfy(request -> assertThat(request).startsWith("GET"));
        assertThat(tracker.tickets).hasSize(1);
    }

    @Test
    void tasksFromBeforeGetNoTicket() {
        story.now = TicketStory.T0.minusSeconds(1);
        story.happens("opened", TicketStory.task(TASK, "open"));
        story.now = TicketStory.T0.plusSeconds(1);
        story.happens("updated", TicketStory.task(TASK, "waiting"));
        story.happens("closed", TicketStory.task(TASK, "closed"));
        story.work();

        assertThat(tracker.requests).isEmpty();
    }

    @Test
    void aTaskThatIsOverBeforeItHasATicketGetsNone() {
        story.happens("opened", TicketStory.task(TASK, "open"));
        story.happens("closed", TicketStory.task(TASK, "closed"));
        story.work();

        assertThat(tracker.requests).isEmpty();
        assertThat(story.pump.pending(NAME)).isZero();
    }

    @Test
    void atMostTenTicketsAreMadeInAMinute() {
        IntStream.range(0, 25).forEach(i -> story.happens("opened", TicketStory.task("task-M" + i, "open")));
        story.work();
        assertThat(tracker.tickets).hasSize(10);
        story.now = story.now.plusSeconds(59);
        story.work();
        assertThat(tracker.tickets).hasSize(10);
        story.now = story.now.plusSeconds(1);
        story.work();
        assertThat(tracker.tickets).hasSize(20);
        story.until(NAME, Duration.ofMinutes(3));

        Set<String> keys = new HashSet<>();
        tracker.tickets.forEach(ticket -> keys.add(ticket.made().path("body").asText()));
        assertThat(tracker.tickets).hasSize(25);
        assertThat(keys).hasSize(25);
    }

    @Test
    void severalUpdatesWhileTheSystemIsDownBecomeOne() {
        story.happens("opened", TicketStory.task(TASK, "open"));
        story.work();
        tracker.fail(Kind.COMMENT, new Fault(503, false));
        story.happens("updated", TicketStory.task(TASK, "ready"));
        story.work();
        story.happens("updated", TicketStory.task(TASK, "requested"));
        story.happens("updated", TicketStory.task(TASK, "waiting"));
        story.until(NAME, Duration.ofHours(1));

        assertThat(tracker.tickets.getFirst().notes().getLast()).contains("waiting");
        assertThat(tracker.tickets.getFirst().notes()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void whatChangesNothingForAReaderIsNotSaid() {
        story.happens("opened", TicketStory.task(TASK, "open"));
        story.work();
        story.happens("updated", TicketStory.task(TASK, "open").put("updatedAt", "2026-11-23T00:00:00Z"));
        story.until(NAME, Duration.ofHours(1));

        assertThat(tracker.tickets.getFirst().notes()).isEmpty();
        assertThat(story.pump.pending(NAME)).isZero();
    }

    @Test
    void aTaskThatClosesWhileItsTicketIsReopenedEndsClosed() {
        story.happens("opened", TicketStory.task(TASK, "open"));
        story.work();
        story.happens("closed", TicketStory.task(TASK, "closed"));
        story.work();
        tracker.fail(Kind.COMMENT, new Fault(503, false));
        story.happens("updated", TicketStory.task(TASK, "open"));
        story.work();
        assertThat(tracker.tickets.getFirst().isClosed()).isFalse();
        story.happens("closed", TicketStory.task(TASK, "closed"));
        story.until(NAME, Duration.ofHours(1));

        assertThat(tracker.tickets.getFirst().isClosed()).isTrue();
    }

    @Test
    void afterThreeDaysItGivesUpAndSaysSoAndNewsIsAnotherAttempt() {
        IntStream.range(0, 2000).forEach(i -> tracker.fail(Kind.CREATE, new Fault(422, false)));
        story.happens("opened", TicketStory.task(TASK, "open"));
        story.until(NAME, Duration.ofHours(74));

        assertThat(story.results()).containsExactly(TicketSent.Result.REFUSED, TicketSent.Result.GIVEN_UP);
        assertThat(tracker.requests).as("backed off").hasSizeLessThan(1500);
        tracker.mend();
        story.happens("updated", TicketStory.task(TASK, "waiting"));
        story.until(NAME, Duration.ofHours(1));
        assertThat(tracker.tickets).hasSize(1);
    }

    @Test
    void whoAsksToBeLeftAloneIsLeftAlone() {
        tracker.fail(Kind.CREATE, new Fault(429, false));
        story.happens("opened", TicketStory.task(TASK, "open"));
        story.work();
        story.now = story.now.plusSeconds(29);
        story.work();
        assertThat(tracker.requests).hasSize(1);
        story.now = story.now.plusSeconds(1);
        story.work();
        assertThat(tracker.tickets).hasSize(1);
    }

    @Test
    void aTicketIsNotLookedForBeforeItCanBeFound() {
        tracker.fail(Kind.CREATE, new Fault(0, true));
        story.impatient();
        story.happens("opened", TicketStory.task(TASK, "open"));
        story.work();
        story.now = story.now.plusSeconds(59);
        story.work();
        assertThat(tracker.requests).hasSize(1);
        story.until(NAME, Duration.ofMinutes(5));

        assertThat(tracker.tickets).hasSize(1);
        assertThat(story.pump.pending(NAME)).isZero();
    }

    @Test
    void aSystemThatIsDownDelaysNoOther() {
        FakeTracker other = Trackers.start("rt");
        story.settings = new TicketSettings(
                List.of(
                        Trackers.system(NAME, "github", "http://127.0.0.1:1"),
                        Trackers.system("other", "rt", other.url())),
                java.util.Optional.empty());
        story.pump.know(story.now);
        story.happens("opened", TicketStory.task(TASK, "open"));
        story.work();

        assertThat(other.tickets).hasSize(1);
        assertThat(story.pump.pending(NAME)).isEqualTo(1);
        other.close();
    }
}
