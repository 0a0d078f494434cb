package offlist.delist;

import static offlist.alert.Events.T0;
import static offlist.delist.TaskSamples.ASK;
import static offlist.delist.TaskSamples.BAD;
import static offlist.delist.TaskSamples.GOOD;
import static offlist.delist.TaskSamples.PAUSE;
import static offlist.delist.TaskSamples.UNCLEAR;
import static offlist.delist.TaskSamples.USUAL;
import static offlist.delist.TaskSamples.after;
import static offlist.delist.TaskSamples.looked;
import static offlist.delist.TaskSamples.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import offlist.alert.Events;
import offlist.catalogue.RemovalMethod;
import offlist.ready.Check;
import offlist.track.CloseReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovesTest {
    private static final Instant LATER = T0.plus(Duration.ofHours(1));

    private static final Map<String, TaskAction> ACTIONS = actions();

    private static Map<String, TaskAction> actions() {
        List<TaskAction> all = List.of(
                new TaskAction.Explain("a leaked password", "it was changed"),
                new TaskAction.Look(),
                new TaskAction.Waive(Check.PTR, "192.0.2.10", "it is ours"),
                ASK,
                new TaskAction.Unsent("", "the relay refused it"),
                new TaskAction.Acknowledged("#42"),
                new TaskAction.Refused("they said no"),
                new TaskAction.Withdraw("the address is retired"),
                new TaskAction.Reopen("we think better of it"),
                new TaskAction.Note("called them"));
        Map<String, TaskAction> actions = new LinkedHashMap<>();
        all.forEach(action -> actions.put(action.label(), action));
        return actions;
    }

    private static Map<String, RemovalTask> states() {
        RemovalTask ready = looked(T0, GOOD);
        RemovalTask requested = after(ready, ASK, T0);
        RemovalTask waiting = after(requested, new TaskAction.Acknowledged("#42"), T0);
        RemovalTask overdue = requested.in(((TaskState.Pending) requested.state()).overdue(), T0);
        Map<String, RemovalTask> states = new LinkedHashMap<>();
        states.put("open", open());
        states.put("preparing", looked(T0, UNCLEAR));
        states.put("blocked", looked(T0, BAD));
        states.put("ready", ready);
        states.put("requested", requested);
        states.put("waiting", waiting);
        states.put("overdue", overdue);
        states.put("closed", after(ready, new TaskAction.Withdraw("no"), T0));
        return states;
    }

    /** What each state may become by each action; what is not here is refused and changes nothing. */
    private static final Map<String, Map<String, String>> ALLOWED = Map.of(
            "open", Map.of("explain", "open", "look", "preparing", "withdraw", "closed", "note", "open"),
            "preparing", Map.of("explain", "preparing", "look", "preparing", "withdraw", "closed", "note", "preparing"),
            "blocked",
                    Map.of(
                            "explain",
                            "blocked",
                            "look",
                            "preparing",
                            "waive",
                            "ready",
                            "withdraw",
                            "closed",
                            "note",
                            "blocked"),
            "ready",
                    Map.of(
                            "explain",
                            "ready",
                            "look",
                            "preparing",
                            "request",
                            "requested",
                            "withdraw",
                            "closed",
                            "note",
                            "ready"),
            "requested",
                    Map.of(
                            "unsent",
                            "ready",
                            "explain",
                            "requested",
                            "acknowledge",
                            "waiting",
                            "refuse",
                            "closed",
                            "withdraw",
                            "closed",
                            "note",
                            "requested"),
            "waiting", Map.of("explain", "waiting", "refuse", "closed", "withdraw", "closed", "note", "waiting"),
            "overdue",
                    Map.of(
                            "explain",
                            "overdue",
                            "acknowledge",
                            "waiting",
                            "refuse",
                            "closed",
                            "withdraw",
                            "closed",
                            "note",
                            "overdue"),
            "closed", Map.of("reopen", "ready", "note", "closed"));

    @Test
    void everyActionInEveryStateDoesWhatTheTableSaysOrIsRefusedWithAReason() {
        assertThat(states().keySet()).containsExactlyElementsOf(TaskState.LABELS);
        states().forEach((state, task) -> ACTIONS.forEach((label, action) -> {
            Moves.Move move = Moves.act(task, action, "ann", LATER);
            String expected = ALLOWED.getOrDefault(state, Map.of()).get(label);
            if (expected == null) {
                assertThat(move)
                        .as(state + " " + label)
                        .isInstanceOfSatisfying(
                                Moves.Move.Not.class,
                                not -> assertThat(not.obstacle().why()).isNotBlank());
            } else {
                assertThat(move)
                        .as(state + " " + label)
                        .isInstanceOfSatisfying(
                                Moves.Move.Done.class,
                                done -> assertThat(done.task().state().label()).isEqualTo(expected));
            }
        }));
    }

    @Test
    void everyStateButClosedEndsWithTheListing() {
        Set<String> live = states().values().stream()
                .filter(task -> task.state() instanceof TaskState.Live)
                .map(task -> task.state().label())
                .collect(Collectors.toSet());

        assertThat(live).hasSize(7).doesNotContain("closed");
    }

    @Test
    void aListingThatGoesWithoutARequestHasExpired() {
        TaskState.Live ready = (TaskState.Live) looked(T0, GOOD).state();

        assertThat(ready.close(CloseReason.DELISTED, true, LATER, "p").as()).isEqualTo(TaskState.Ending.EXPIRED);
        assertThat(ready.close(CloseReason.DELISTED, false, LATER, "p").as()).isEqualTo(TaskState.Ending.DELISTED);
        assertThat(ready.close(CloseReason.LEFT, true, LATER, "p").as()).isEqualTo(TaskState.Ending.LEFT_POOL);
        assertThat(ready.close(CloseReason.LIST_DROPPED, true, LATER, "p").as()).isEqualTo(TaskState.Ending.WITHDRAWN);
    }

    @Test
    void aRequestIsDueAfterTheUsualTime() {
        RemovalTask requested = after(looked(T0, GOOD), ASK, LATER);

        assertThat(requested.state())
                .isEqualTo(new TaskState.Requested(Optional.of(LATER.plus(USUAL).plus(Duration.ofHours(6)))));
        assertThat(requested.dossier().requests())
                .containsExactly(new Request(LATER, "ann", RemovalMethod.SELF_SERVICE, "", ""));
    }

    @Test
    void aSecondRequestBeforeItsTimeIsRefusedWithTheDate() {
        RemovalTask requested = after(looked(T0, GOOD), ASK, T0);
        RemovalTask again = requested.again(Events.listing("192.0.2.10"), requested.plan(), LATER);
        RemovalTask settled = Moves.settle(again, LATER);

        assertThat(settled.state())
                .isInstanceOfSatisfying(
                        TaskState.Blocked.class,
                        blocked -> assertThat(blocked.by())
                                .extracting(Blocker::until)
                                .containsExactly(Optional.of(T0.plus(PAUSE))));
        for (TaskAction ask : List.of(ASK, new TaskAction.Asked(RemovalMethod.EMAIL, "", "", true))) {
            assertThat(Moves.act(settled, ask, "ann", T0.plus(PAUSE).minusMillis(1)))
                    .isInstanceOfSatisfying(Moves.Move.Not.class, not -> {
                        assertThat(not.obstacle().until()).contains(T0.plus(PAUSE));
                        assertThat(not.obstacle().why()).contains("2026-11-22").contains("30d");
                    });
        }
        assertThat(after(settled, new TaskAction.Asked(RemovalMethod.EMAIL, "", "", true), T0.plus(PAUSE))
                        .state())
                .isInstanceOf(TaskState.Requested.class);
    }

    @Test
    void whatNobodyCouldAskForIsLookedAtOnceSomebodyCan() {
        RemovalTask waiting = Moves.settle(open(Actor.NOBODY), T0);
        RemovalTask overdue = waiting.in(((TaskState.Pending) waiting.state()).overdue(), T0);
        for (RemovalTask task : List.of(waiting, overdue)) {
            RemovalTask askable = task.updated(Events.listing("192.0.2.10"), open().plan(), LATER);

            assertThat(Moves.settle(askable, LATER).state()).isEqualTo(new TaskState.Preparing());
        }
    }

    @Test
    void aListThatWasAskedIsNotLookedAtAgainBecauseItsPlanIsAnother() {
        RemovalTask requested = after(looked(T0, GOOD), ASK, LATER);

        assertThat(Moves.settle(requested, LATER)).isEqualTo(requested);
    }

    @ParameterizedTest
    @ValueSource(strings = {"waiting", "overdue"})
    void whyNothingCanBeDoneAboutAnEntryThatGoesByItselfIsSaidAsItIs(String state) {
        RemovalTask waiting = Moves.settle(open(Actor.NOBODY), T0);
        RemovalTask task =
                state.equals("waiting") ? waiting : waiting.in(((TaskState.Pending) waiting.state()).overdue(), T0);
        for (TaskAction action : List.of(
                ASK,
                new TaskAction.Look(),
                new TaskAction.Asked(RemovalMethod.SELF_SERVICE, "", "", true),
                new TaskAction.Waive(GOOD.check(), GOOD.about(), "why"))) {
            assertThat(obstacle(task, action).why()).startsWith("nobody can ask this list");
        }
    }

    @Test
    void theSameWaiverStandsOnce() {
        RemovalTask blocked = looked(T0, BAD, UNCLEAR);
        TaskAction waive = new TaskAction.Waive(BAD.check(), BAD.about(), "why");

        assertThat(after(after(blocked, waive, T0), waive, LATER).dossier().waivers())
                .singleElement()
                .satisfies(waiver -> assertThat(waiver.at()).isEqualTo(LATER));
    }

    @Test
    void anOverdueTaskIsAskedForAgainWhenItMayBe() {
        RemovalTask overdue = Objects.requireNonNull(states().get("overdue"));
        RemovalTask looked = overdue.with(overdue.dossier().looked(List.of(GOOD), T0), T0);

        assertThat(Moves.act(looked, ASK, "ann", LATER)).isInstanceOf(Moves.Move.Not.class);
        assertThat(after(looked, ASK, T0.plus(PAUSE)).dossier().requests()).hasSize(2);
    }

    @Test
    void whatStandsInTheWayIsWaivedByAPersonWhoIsNamed() {
        RemovalTask anyway =
                after(looked(T0, BAD, UNCLEAR), new TaskAction.Asked(RemovalMethod.SELF_SERVICE, "", "", true), LATER);

        assertThat(anyway.state()).isInstanceOf(TaskState.Requested.class);
        assertThat(anyway.dossier().waivers()).extracting(Waiver::by).containsExactly("ann", "ann");
    }

    @Test
    void whatTheListCallsTheRequestIsKeptWithIt() {
        RemovalTask asked = after(looked(T0, GOOD), ASK, T0);
        RemovalTask confirmed = after(asked, new TaskAction.Acknowledged("#42"), LATER);

        assertThat(confirmed.dossier().requests())
                .extracting(Request::at, Request::reference)
                .containsExactly(tuple(T0, "#42"));
    }

    @Test
    void whatAPersonSaysOfTheCauseIsKept() {
        Dossier told =
                after(open(), new TaskAction.Explain("a form", "closed it"), T0).dossier();

        assertThat(told.cause()).isEqualTo("a form");
        assertThat(told.fix()).isEqualTo("closed it");
    }

    @Test
    void whatIsUnclearIsNeitherReadyNorBlocked() {
        assertThat(looked(T0, GOOD, UNCLEAR).state()).isEqualTo(new TaskState.Preparing());
        assertThat(looked(T0, BAD, UNCLEAR).state()).isInstanceOf(TaskState.Blocked.class);
        assertThat(looked(T0).state()).isEqualTo(new TaskState.Ready());
    }

    @Test
    void whereNobodyCanAskTheTaskWaitsForTheEntryToGo() {
        RemovalTask waiting = Moves.settle(open(Actor.NOBODY), T0);

        assertThat(waiting.state()).isEqualTo(new TaskState.Waiting(Optional.of(T0.plus(Duration.ofDays(8)))));
        assertThat(obstacle(waiting, ASK).why()).contains("nobody can ask");
    }

    private static Obstacle obstacle(RemovalTask task, TaskAction action) {
        return assertInstanceOf(Moves.Move.Not.class, Moves.act(task, action, "ann", LATER))
                .obstacle();
    }

    @Test
    void aTaskWithProofIsNotReopenedByHand() {
        RemovalTask ready = looked(T0, GOOD);
        RemovalTask closed =
                ready.in(((TaskState.Live) ready.state()).close(CloseReason.DELISTED, false, T0, "close-1"), T0);

        assertThat(Moves.act(closed, new TaskAction.Reopen("again"), "ann", LATER))
                .isInstanceOf(Moves.Move.Not.class);
    }

    @Test
    void everyStateSurvivesTheStore() {
        states().forEach((label, task) -> {
            if (task.state() instanceof TaskState.Live) {
                com.fasterxml.jackson.databind.JsonNode json =
                        TaskJson.tree(DossierJson.encode(task).toString());
                assertThat(DossierJson.state(label, json)).isEqualTo(task.state());
                assertThat(DossierJson.dossier(json)).isEqualTo(task.dossier());
            }
        });
    }
}
