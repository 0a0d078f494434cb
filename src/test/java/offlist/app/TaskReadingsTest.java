package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offlist.catalogue.ListId;
import offlist.catalogue.SampleCatalogue;
import offlist.delist.TaskCount;
import offlist.delist.TaskState;
import offlist.metrics.Readings;
import org.junit.jupiter.api.Test;

class TaskReadingsTest {
    private static List<String> read(TaskCount... counts) {
        return TaskReadings.of(List.of(counts), SampleCatalogue.selection()).stream()
                .filter(each -> each.count() > 0)
                .map(each -> each.list() + " " + each.state() + " " + each.count())
                .toList();
    }

    private static TaskCount count(String list, String state, long tasks) {
        return new TaskCount(new ListId(list), state, tasks);
    }

    @Test
    void listsThatAreAskedHaveEveryState() {
        List<Readings.TaskCount> all = TaskReadings.of(List.of(), SampleCatalogue.selection());
        assertThat(all)
                .hasSize(SampleCatalogue.selection().asked().size() * TaskState.LABELS.size())
                .allMatch(each -> each.count() == 0);
        assertThat(read(count("house", "ready", 3), count("house", "closed", 7)))
                .containsExactly("house ready 3", "house closed 7");
    }

    @Test
    void aReceiverIsThereWhileATaskOfItsIsLive() {
        assertThat(read(count("example.org", "blocked", 1), count("example.org", "closed", 4)))
                .containsExactly("example.org blocked 1", "example.org closed 4");
        assertThat(read(count("example.org", "closed", 5))).isEmpty();
    }
}
