package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.alert.DigestSettings;
import offlist.store.OpenStore;
import offlist.store.Outbox;
import offlist.testing.Sample;
import offlist.testing.Stores;
import offlist.track.Event;
import offlist.track.EventJson;
import offlist.track.Status;
import offlist.track.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DigestSettings DAILY = new DigestSettings("ops", Optional.empty(), LocalTime.of(8, 0), BERLIN);
    private static final DigestSettings WEEKLY =
            new DigestSettings("ops", Optional.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), BERLIN);

    @TempDir
    Path directory;

    private OpenStore store;
    private final Status status =
            new Status(Sample.NOW, Sample.pool(), Sample.open(), Sample.lists(), Sample.resolvers());
    private Digests digests;

    @BeforeEach
    void openStore() {
        store = Stores.sqlite(directory);
        digests = restarted();
    }

    private Digests restarted() {
        return new Digests(store.database(), () -> status, () -> {});
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void itIsToldOnceADayAndNotAtTheFirstStart() {
        look("2026-11-22T10:00:00Z");
        assertThat(told()).isEmpty();

        look("2026-11-23T06:59:59Z");
        assertThat(told()).isEmpty();
        look("2026-11-23T07:00:00Z");
        look("2026-11-23T07:00:01Z");
        digests = restarted();
        look("2026-11-23T12:00:00Z");

        assertThat(told()).hasSize(1);
    }

    @Test
    void oneThatWasDueWhileNobodyRanIsToldLate() {
        look("2026-11-22T10:00:00Z");
        look("2026-11-23T18:00:00Z");
        assertThat(told()).hasSize(1);

        look("2026-11-25T23:00:00Z");
        assertThat(told()).as("more than 12 hours late").hasSize(1);
        look("2026-11-26T07:00:00Z");
        assertThat(told()).hasSize(2);
    }

    @Test
    void theTimeOfDayIsThatOfTheZoneAlsoWhenTheClocksChange() {
        assertThat(DAILY.dueBefore(Instant.parse("2026-03-28T12:00:00Z"))).isEqualTo("2026-03-28T07:00:00Z");
        assertThat(DAILY.dueBefore(Instant.parse("2026-03-29T12:00:00Z"))).isEqualTo("2026-03-29T06:00:00Z");
        assertThat(DAILY.dueBefore(Instant.parse("2026-10-25T06:59:59Z"))).isEqualTo("2026-10-24T06:00:00Z");
        assertThat(DAILY.dueBefore(Instant.parse("2026-10-25T07:00:00Z"))).isEqualTo("2026-10-25T07:00:00Z");
    }

    @Test
    void aTimeThatAChangeOfClocksBringsTwiceOrNeverIsDueOnce() {
        DigestSettings daily = new DigestSettings("ops", Optional.empty(), LocalTime.of(2, 30), BERLIN);
        DigestSettings weekly = new DigestSettings("ops", Optional.of(DayOfWeek.SUNDAY), LocalTime.of(2, 30), BERLIN);

        assertThat(dues(daily, "2026-10-24T12:00:00Z", "2026-10-26T12:00:00Z"))
                .containsExactly("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
        assertThat(dues(weekly, "2026-10-24T12:00:00Z", "2026-11-01T12:00:00Z"))
                .containsExactly("2026-10-18T00:30:00Z", "2026-10-25T00:30:00Z", "2026-11-01T01:30:00Z");
        assertThat(dues(daily, "2026-03-28T12:00:00Z", "2026-03-30T12:00:00Z"))
                .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
        assertThat(dues(weekly, "2026-03-28T12:00:00Z", "2026-04-05T12:00:00Z"))
                .containsExactly("2026-03-22T01:30:00Z", "2026-03-29T01:30:00Z", "2026-04-05T00:30:00Z");
    }

    /** All times that are found due from a start to an end, looking every minute. */
    private static List<String> dues(DigestSettings settings, String start, String end) {
        return Stream.iterate(Instant.parse(start), now -> !now.isAfter(Instant.parse(end)), now -> now.plusSeconds(60))
                .map(settings::dueBefore)
                .distinct()
                .map(Instant::toString)
                .toList();
    }

    @Test
    void aWeeklyOneIsDueOnItsDay() {
        assertThat(WEEKLY.dueBefore(Instant.parse("2026-11-23T06:59:59Z"))).isEqualTo("2026-11-16T07:00:00Z");
        assertThat(WEEKLY.dueBefore(Instant.parse("2026-11-23T07:00:00Z"))).isEqualTo("2026-11-23T07:00:00Z");
        assertThat(WEEKLY.dueBefore(Instant.parse("2026-11-29T23:00:00Z"))).isEqualTo("2026-11-23T07:00:00Z");
    }

    @Test
    void itSaysHowThingsStand() {
        look("2026-11-22T10:00:00Z");
        look("2026-11-23T07:00:00Z");

        Trouble digest = told().getFirst();
        assertThat(digest.headline()).matches("Digest of the day: \\d+ open listings of \\d+ addresses");
        assertThat(digest.lines())
                .anyMatch(line -> line.startsWith("Since 2026-11-22 07:00 UTC: 0 opened, 0 closed"))
                .anyMatch(line -> line.startsWith("By list: ") && line.contains("spamcop 2"))
                .anyMatch(line -> line.startsWith("The oldest: "))
                .anyMatch(line -> line.startsWith("In trouble: ") && line.contains("barracuda-brbl refusing"))
                .contains("No removal task is open.");
    }

    private void look(String now) {
        digests.look(List.of(DAILY), Instant.parse(now));
    }

    private List<Trouble> told() {
        return new Outbox(store.database())
                .after(0, 100).stream()
                        .flatMap(entry -> EventJson.decode(entry).stream())
                        .map(DigestsTest::digest)
                        .toList();
    }

    private static Trouble digest(Event event) {
        return (Trouble) event;
    }
}
