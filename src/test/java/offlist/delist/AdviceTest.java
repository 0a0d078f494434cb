package offlist.delist;

import static offlist.alert.Events.T0;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.delist.Advice.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {
    private static final Instant NOW = T0.plus(Duration.ofHours(5));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open      | NOBODY | nobody has looked at it yet; that happens by itself in a moment",
                "preparing | YOU    | look again: no answer for example.com TXT",
                "blocked   | YOU    | 192.0.2.10 has no name (and 1 more)",
                "paused    | NOBODY | wait until 22 Dec 2026: the list wants no second request sooner",
                "ready     | YOU    | ask the list",
                "requested | LIST   | the list was asked on 22 Nov 2026; wait until 24 Nov 2026",
                "waiting   | LIST   | the list has the request; wait until 24 Nov 2026",
                "overdue   | YOU    | overdue since 21 Nov 2026: write to the list; a second request is not wanted before 22 Dec 2026",
                "closed    | NOBODY | nothing more is done about it",
                "delisted  | NOBODY | the list confirmed that the address is not on it any more",
            })
    void eachStateSaysWhatNextAndWhoseTurnItIs(String name, Turn who, String text) {
        assertThat(Advice.of(SeededTasks.one(name, NOW), NOW)).isEqualTo(new Advice(text, who));
    }

    @Test
    void afterThePauseTheListIsAskedAgain() {
        assertThat(Advice.of(SeededTasks.one("overdue", NOW), NOW.plus(TaskSamples.PAUSE))
                        .text())
                .isEqualTo("overdue since 21 Nov 2026: ask the list again, or write to it");
    }

    @Test
    void whatNobodyCanAskForIsWaitedFor() {
        RemovalTask waiting = Moves.settle(TaskSamples.open(Actor.NOBODY), T0);
        assertThat(Advice.of(waiting, T0))
                .isEqualTo(new Advice("it goes by itself if its cause is gone, by 30 Nov 2026", Turn.NOBODY));
        RemovalTask late = waiting.in(((TaskState.Pending) waiting.state()).overdue(), NOW);
        assertThat(Advice.of(late, NOW))
                .isEqualTo(new Advice("overdue since 30 Nov 2026: look whether its cause is gone", Turn.YOU));
    }

    @Test
    void theOwnerOfTheNetworkAsksWhereTheListHearsNobodyElse() {
        RemovalTask open = TaskSamples.open(Actor.NETWORK_OWNER);
        RemovalTask ready = Moves.settle(open.with(open.dossier().looked(List.of(), T0), T0), T0);
        assertThat(Advice.of(ready, T0))
                .isEqualTo(new Advice("have the owner of the network ask the list", Turn.OWNER));
    }

    @Test
    void aDateThatIsNotKnownIsNotSaid() {
        RemovalTask task = TaskSamples.open().in(new TaskState.Waiting(Optional.empty()), T0);
        assertThat(Advice.of(task, T0).text()).isEqualTo("it goes by itself if its cause is gone");
    }
}
