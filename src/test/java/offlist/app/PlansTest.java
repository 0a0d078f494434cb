package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import offlist.schedule.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code offlist lists} says of a list is what the daemon does. */
class PlansTest {
    @TempDir
    private Path folder;

    private OneShot oneShot(String use) throws IOException {
        String names =
                IntStream.range(0, 2_000).mapToObj(i -> "d" + i + ".example").collect(Collectors.joining(", "));
        String yaml = """
                interval: 10m
                resolvers: ["127.0.0.1:5353"]
                pools: [{name: a, addresses: [10.0.0.0/20], domains: [%s]}]
                lists: {use: [%s]}
                """.formatted(names, use);
        return new OneShot(
                Optional.of(Files.writeString(folder.resolve("offlist.yaml"), yaml)),
                new PrintWriter(new StringWriter(), true));
    }

    private static Plan plan(OneShot oneShot, List<WatchedList> shown, String id) {
        Plans plans = Plans.of(oneShot.settings(), oneShot.resolvers(), shown);
        WatchedList list = shown.stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow();
        return plans.of(list).orElseThrow();
    }

    private static List<WatchedList> named(OneShot oneShot, String... names) {
        return Askable.named(oneShot.settings(), oneShot.catalogue(), List.of(names))
                .lists();
    }

    @Test
    void aListThatIsNamedIsPlannedWithThoseThatShareItsLimit() throws IOException {
        try (OneShot oneShot = oneShot("spamhaus-zen, spamhaus-dbl")) {
            Plan all = plan(oneShot, WatchedLists.of(oneShot.settings()), "spamhaus-zen");

            assertThat(all.stretch()).contains("for 2 lists together");
            assertThat(plan(oneShot, named(oneShot, "spamhaus-zen"), "spamhaus-zen"))
                    .isEqualTo(all);
        }
    }

    @Test
    void whatIsNotInUseIsPlannedBesideAllThatIsAndChangesNothingForIt() throws IOException {
        try (OneShot oneShot = oneShot("spamhaus-zen")) {
            Plan alone = plan(oneShot, WatchedLists.of(oneShot.settings()), "spamhaus-zen");
            List<WatchedList> both = named(oneShot, "spamhaus-zen", "spamhaus-dbl");

            assertThat(plan(oneShot, both, "spamhaus-zen")).isEqualTo(alone);
            assertThat(plan(oneShot, both, "spamhaus-dbl").stretch()).contains("for 2 lists together");
        }
    }
}
