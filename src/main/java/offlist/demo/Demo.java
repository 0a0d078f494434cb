package offlist.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A demo that runs: the list server answers, the story goes on with the clock. One thread narrates; closing ends the
 * server.
 */
public final class Demo implements AutoCloseable {
    private final DemoStory story;
    private final Instant start;
    private final DateTimeFormatter time;
    private final DemoLists lists;
    private Duration told = Duration.ZERO;

    private Demo(DemoStory story, InstantSource clock, ZoneId zone) throws IOException {
        this.story = story;
        this.start = clock.instant();
        this.time =
                DateTimeFormatter.ofPattern("HH:mm:ss", java.util.Locale.ROOT).withZone(zone);
        this.lists = DemoLists.start(() -> story.at(Duration.between(start, clock.instant())));
    }

    /**
     * Starts the list server on a free port of loopback, and with it the story.
     *
     * @param zone for the times in the narration
     * @param seed the same seed tells the same story
     */
    public static Demo start(InstantSource clock, ZoneId zone, long seed) throws IOException {
        return new Demo(new DemoStory(seed), clock, zone);
    }

    /** The user's file for this demo: pools, the demo lists with their codes, and the list server as the resolver. */
    public String settings() {
        return DemoSettings.yaml(lists.resolver());
    }

    /** The list server as a resolver is named: {@code 127.0.0.1:54321}. */
    public String resolver() {
        return lists.resolver();
    }

    /** What the story did since the last call, a line for each turn: {@code 14:02:11 story: spam.demo lists …}. */
    public List<String> narrate(Instant now) {
        Duration elapsed = Duration.between(start, now);
        List<String> lines = story.between(told, elapsed).stream()
                .map(timed -> time.format(start.plus(timed.at())) + " story: "
                        + timed.turn().words())
                .toList();
        told = told.compareTo(elapsed) > 0 ? told : elapsed;
        return lines;
    }

    @Override
    public void close() {
        lists.close();
    }
}
