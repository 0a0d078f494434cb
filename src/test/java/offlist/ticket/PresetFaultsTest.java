package offlist.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import offlist.store.OpenStore;
import offlist.testing.Stores;
import offlist.ticket.FakeTracker.Fault;
import offlist.ticket.FakeTracker.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped preset against a server that speaks the API and fails in every way, at every request of a ticket's life. */
class PresetFaultsTest {
    private static final Duration LONG = Duration.ofHours(6);
    private static final AtomicInteger CASES = new AtomicInteger();

    /** Before and, where that can be, after the request was carried out. */
    private static final List<Fault> FAULTS = List.of(
            new Fault(401, false),
            new Fault(403, false),
            new Fault(409, false),
            new Fault(422, false),
            new Fault(429, false),
            new Fault(500, false),
            new Fault(503, false),
            new Fault(-1, false),
            new Fault(409, true),
            new Fault(500, true),
            new Fault(503, true),
            new Fault(-1, true),
            new Fault(0, true));

    @TempDir
    static Path directory;

    private static OpenStore store;

    @BeforeAll
    static void openStore() {
        store = Stores.sqlite(directory);
    }

    @AfterAll
    static void closeStore() {
        store.close();
    }

    static Stream<Arguments> faults() {
        return Presets.NAMES.stream()
                .flatMap(preset -> FAULTS.stream()
                        .flatMap(fault -> Stream.of(Kind.values()).map(kind -> Arguments.of(preset, kind, fault))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void thereIsOneTicketAndItShowsHowTheTaskEnded(String preset, Kind kind, Fault fault) {
        try (FakeTracker tracker = Trackers.start(preset)) {
            TicketStory story = story(tracker, preset);
            String system = story.settings.systems().getFirst().name();
            String task = "task-" + system;
            tracker.fail(kind, fault, fault);
            if (fault.status() == 0) {
                story.impatient();
            }

            story.happens("opened", TicketStory.task(task, "open"));
            story.until(system, LONG);
            story.happens("updated", TicketStory.task(task, "waiting").put("severity", "major"));
            story.until(system, LONG);
            story.happens("closed", TicketStory.task(task, "closed"));
            story.until(system, LONG);

            assertThat(tracker.tickets).as(tracker.requests.toString()).hasSize(1);
            FakeTracker.Ticket ticket = tracker.tickets.getFirst();
            assertThat(ticket.isClosed()).isTrue();
            assertThat(ticket.made().toString()).contains(task);
            assertThat(notes(ticket, "severity major")).as("the update").isBetween(1L, repeats(preset, kind, fault));
            assertThat(notes(ticket, "transition-9")).as("the end").isBetween(1L, repeats(preset, kind, fault));
            assertThat(story.pump.pending(system)).isZero();
            assertThat(story.sent.getLast().result()).isEqualTo(TicketSent.Result.TAKEN);
            assertThat(story.sent.toString()).doesNotContain("T0PSECRET");
        }
    }

    /** RT does not show the text of comments, so a comment of unknown outcome is made again. */
    private static long repeats(String preset, Kind kind, Fault fault) {
        return preset.equals("rt") && kind == Kind.COMMENT && fault.done() ? 3 : 1;
    }

    static final List<String> NAMES = Presets.NAMES;

    @ParameterizedTest
    @FieldSource("NAMES")
    void aTaskThatIsOpenedAgainOpensItsTicketAgain(String preset) {
        try (FakeTracker tracker = Trackers.start(preset)) {
            TicketStory story = story(tracker, preset);
            String system = story.settings.systems().getFirst().name();
            String task = "task-" + system;
            story.happens("opened", TicketStory.task(task, "open"));
            story.until(system, LONG);
            story.happens("closed", TicketStory.task(task, "closed"));
            story.until(system, LONG);
            assertThat(tracker.tickets.getFirst().isClosed()).isTrue();
            story.happens("updated", TicketStory.task(task, "open"));
            story.until(system, LONG);

            assertThat(tracker.tickets).hasSize(1);
            assertThat(tracker.tickets.getFirst().isClosed()).isFalse();
            assertThat(notes(tracker.tickets.getFirst(), "again")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void aDeletedTicketIsMadeAgainWhileTheTaskIsOpen(String preset) {
        try (FakeTracker tracker = Trackers.start(preset)) {
            TicketStory story = story(tracker, preset);
            String system = story.settings.systems().getFirst().name();
            story.happens("opened", TicketStory.task("task-" + system, "open"));
            story.until(system, LONG);
            tracker.tickets.clear();
            story.happens("updated", TicketStory.task("task-" + system, "waiting"));
            story.until(system, LONG);

            assertThat(tracker.tickets).hasSize(1);
            assertThat(story.pump.pending(system)).isZero();
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void aWrongTokenMakesNoTicketAndIsTold(String preset) {
        try (FakeTracker tracker = Trackers.start(preset)) {
            TicketStory story = story(tracker, preset);
            String system = story.settings.systems().getFirst().name();
            String right = tracker.wanted;
            tracker.wanted = "another";
            story.happens("opened", TicketStory.task("task-" + system, "open"));
            story.until(system, Duration.ofMinutes(5));

            assertThat(story.results()).containsExactly(TicketSent.Result.BARRED);
            assertThat(tracker.requests).as("paused").hasSize(1);
            tracker.wanted = right;
            story.until(system, LONG);
            assertThat(tracker.tickets).hasSize(1);
            assertThat(story.sent.getLast().result()).isEqualTo(TicketSent.Result.TAKEN);
        }
    }

    private static long notes(FakeTracker.Ticket ticket, String words) {
        return ticket.notes().stream().filter(note -> note.contains(words)).count();
    }

    private static TicketStory story(FakeTracker tracker, String preset) {
        String name = "s" + CASES.incrementAndGet();
        return new TicketStory(store.database(), Trackers.system(name, preset, tracker.url()));
    }
}
