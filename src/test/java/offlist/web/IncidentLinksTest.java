package offlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import offlist.testing.Sample;
import offlist.testing.SampleBoard;
import offlist.web.IncidentPage.Link;
import org.junit.jupiter.api.Test;

class IncidentLinksTest {
    private final IncidentLinks links = new IncidentLinks(SampleSetup.sources(new SampleBoard(), new SampleChecks()));

    @Test
    void aListingLeadsToItsTaskItsAddressAndItsList() {
        assertThat(links.of(incident("L1", "192.0.2.10", "spamhaus-zen")))
                .containsExactly(
                        new Link("Removal task, open", "/tasks/task-L1"),
                        new Link("192.0.2.10", "/addresses/192.0.2.10"),
                        new Link("spamhaus-zen", "/lists/spamhaus-zen"));
    }

    @Test
    void aTaskThatIsOverdueLeadsToItself() {
        assertThat(links.of(incident("removal-task/task-L2", "198.51.100.7", "spamcop"))
                        .getFirst())
                .isEqualTo(new Link("Removal task, open", "/tasks/task-L2"));
    }

    @Test
    void aRangeLeadsToTheTasksOfItsAddressOnItsList() {
        assertThat(links.of(incident("spamcop/a/198.51.100.0/24", "198.51.100.7", "spamcop"))
                        .getFirst())
                .isEqualTo(new Link("Removal tasks", "/tasks?show=all&list=spamcop&address=198.51.100.7"));
    }

    @Test
    void aWaveLeadsToAFewOfItsAddressesAndToNoListThatIsNotThere() {
        String[] wave = IntStream.range(0, 50).mapToObj(i -> "192.0.2." + i).toArray(String[]::new);
        IncidentView incident = new IncidentView(
                "wave",
                "wave",
                "a wave",
                Map.of("address", List.of(wave), "list", List.of("gone")),
                Sample.NOW,
                null,
                List.of());

        assertThat(links.of(incident))
                .hasSize(10)
                .allSatisfy(link -> assertThat(link.href()).startsWith("/addresses/"));
    }

    private static IncidentView incident(String id, String address, String list) {
        return new IncidentView(
                id,
                "listing",
                "a listing",
                Map.of("address", List.of(address), "list", List.of(list)),
                Sample.NOW,
                null,
                List.of());
    }
}
