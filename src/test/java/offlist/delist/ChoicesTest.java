package offlist.delist;

import static offlist.alert.Events.T0;
import static offlist.delist.Choices.Choice.ACKNOWLEDGE;
import static offlist.delist.Choices.Choice.ASK;
import static offlist.delist.Choices.Choice.ASK_ANYWAY;
import static offlist.delist.Choices.Choice.EXPLAIN;
import static offlist.delist.Choices.Choice.LOOK;
import static offlist.delist.Choices.Choice.NOTE;
import static offlist.delist.Choices.Choice.REFUSED;
import static offlist.delist.Choices.Choice.REOPEN;
import static offlist.delist.Choices.Choice.WAIVE;
import static offlist.delist.Choices.Choice.WITHDRAW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import offlist.delist.Choices.Choice;
import offlist.ready.Finding;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    private static final Instant NOW = T0.plus(Duration.ofHours(5));

    /** What a person can do in each state; Moves refuses everything else. */
    private static final Map<String, Set<Choice>> OFFERED = Map.of(
            "open", Set.of(LOOK, EXPLAIN, ASK_ANYWAY, WITHDRAW, NOTE),
            "preparing", Set.of(LOOK, EXPLAIN, WAIVE, ASK_ANYWAY, WITHDRAW, NOTE),
            "blocked", Set.of(LOOK, EXPLAIN, WAIVE, ASK_ANYWAY, WITHDRAW, NOTE),
            "paused", Set.of(LOOK, EXPLAIN, WITHDRAW, NOTE),
            "ready", Set.of(LOOK, EXPLAIN, ASK, WITHDRAW, NOTE),
            "requested", Set.of(EXPLAIN, ACKNOWLEDGE, REFUSED, WITHDRAW, NOTE),
            "waiting", Set.of(EXPLAIN, REFUSED, WITHDRAW, NOTE),
            "overdue", Set.of(EXPLAIN, ACKNOWLEDGE, REFUSED, WITHDRAW, NOTE),
            "closed", Set.of(REOPEN, NOTE),
            "delisted", Set.of(NOTE));

    @Test
    void eachStateOffersWhatItTakesAndNothingElse() {
        Map<String, RemovalTask> tasks = SeededTasks.byName(NOW);
        assertThat(tasks.keySet()).isEqualTo(OFFERED.keySet());
        tasks.forEach(
                (name, task) -> assertThat(Choices.of(task, NOW).all()).as(name).isEqualTo(OFFERED.get(name)));
    }

    /** The list's pause is no hindrance that somebody may set aside. */
    @Test
    void aPauseIsADateAndNoChoice() {
        Choices paused = Choices.of(SeededTasks.one("paused", NOW), NOW);

        assertThat(paused.whyNot().orElseThrow().until())
                .contains(NOW.minus(Duration.ofHours(1)).plus(TaskSamples.PAUSE));
        Instant after = NOW.plus(TaskSamples.PAUSE);
        assertThat(Choices.of(SeededTasks.one("paused", NOW), after).all())
                .contains(ASK)
                .doesNotContain(ASK_ANYWAY);
        assertThat(Choices.of(SeededTasks.one("overdue", NOW), after).has(ASK)).isTrue();
    }

    @Test
    void aFindingThatIsWaivedIsNotWaivedAgain() {
        RemovalTask blocked = SeededTasks.one("blocked", NOW);
        Finding bad = blocked.dossier().standing().getFirst();
        assertThat(Choices.of(blocked, NOW).waivable()).hasSize(3).contains(bad);

        RemovalTask waived =
                TaskSamples.after(blocked, new TaskAction.Waive(bad.check(), bad.about(), "it is ours"), NOW);

        assertThat(Choices.of(waived, NOW).waivable()).hasSize(2).doesNotContain(bad);
    }

    @Test
    void whyTheListIsNotToBeAskedIsSaid() {
        assertThat(Choices.of(SeededTasks.one("blocked", NOW), NOW)
                        .whyNot()
                        .orElseThrow()
                        .why())
                .contains("192.0.2.10 has no name");
        assertThat(Choices.of(SeededTasks.one("ready", NOW), NOW).whyNot()).isEmpty();
        assertThat(Choices.of(SeededTasks.one("closed", NOW), NOW).whyNot()).isEmpty();
    }
}
