package offlist.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import offlist.pool.Target;
import org.jspecify.annotations.Nullable;

/**
 * One list and one kind of target: its rotor, its urgent queue, its window. What happens in one lane costs the others
 * nothing.
 *
 * <p>Not for several threads.
 */
public final class Lane {
    /** So soon room is looked for again, nanoseconds. */
    private static final long NO_ROOM = 500_000;
    /** So long who joined or was refused is asked sooner. */
    private static final long A_WHILE = TimeUnit.HOURS.toNanos(1);

    private final LaneId id;
    private final Ring ring;
    private final Rotor rotor;
    private final UrgentQueue urgent = new UrgentQueue();
    private final Sooner sooner = new Sooner();
    /** Targets answered out of turn, until the rotor comes by and tells their age itself. */
    private final Map<Target, Instant> early = new LinkedHashMap<>();

    private final Map<Target, Unanswered> unanswered = new LinkedHashMap<>();
    /** The slots about whose targets something is held: these are asked one by one, whatever short way there is. */
    private final BitSet attended = new BitSet();

    private Plan plan;
    private Budget budget;
    private @Nullable Sweep sweep;
    /** Questions without an answer, by the short way and by the long one. */
    private int swept;

    private int pending;
    private long asked;
    private boolean frozen = true;

    Lane(LaneId id, Ring ring, Plan plan, Budget budget, Phase phase, long now) {
        this.id = id;
        this.ring = ring;
        this.plan = plan;
        this.budget = budget;
        this.rotor = new Rotor(ring, plan.planned(), phase, now);
        soonerPlan();
    }

    /** A pair whose last check had no definite answer. */
    public record Unanswered(Instant since, Optional<Instant> lastAnswer, String cause) {}

    public LaneId id() {
        return id;
    }

    public Plan plan() {
        return plan;
    }

    void replan(Plan plan, Budget budget) {
        this.plan = plan;
        this.budget = budget;
        rotor.interval(plan.planned());
        soonerPlan();
    }

    private void soonerPlan() {
        sooner.plan(plan.early().interval().toNanos(), plan.early().perSecond());
    }

    /** Something is held about the target, so it is asked sooner than its turn as long as that is so. */
    public void hold(Target target, Instant now) {
        if (ring.contains(target)) {
            sooner.hold(target, Nanos.of(now));
        }
    }

    /** Nothing is held about the target any more. */
    public void letGo(Target target) {
        sooner.release(target);
    }

    /** The target was refused somewhere: it is asked now, and sooner than its turn for a while. */
    public void refused(Target target, Instant now) {
        if (ring.contains(target)) {
            urgent(new Ask(id, target, Why.SOONER, 0));
            sooner.keep(target, Nanos.of(now) + A_WHILE, Nanos.of(now));
        }
    }

    /**
     * Somebody else's alert names the target: it is asked once before its turn, out of what the turns leave, unless its last
     * answer is so young that the next one would say the same.
     */
    public void named(Target target, Instant now) {
        if (!frozen && ring.contains(target) && !answeredLately(target, now)) {
            sooner.once(target, Nanos.of(now));
        }
    }

    private boolean answeredLately(Target target, Instant now) {
        return lastAnswer(target)
                .filter(at -> at.plus(plan.early().interval()).isAfter(now))
                .isPresent();
    }

    /** A frozen lane asks nothing but what a person wants to know; its rotor stands still and keeps every age. */
    public void freeze(boolean frozen) {
        this.frozen = frozen;
    }

    public boolean frozen() {
        return frozen;
    }

    /** Asks everything once more at the highest pace allowed. */
    public void hurry() {
        rotor.hurry();
    }

    public void urgent(Ask ask) {
        urgent.add(ask);
    }

    /** Somebody new is asked about at once; before a hurried turn has begun that turn does it, and twice is no second look. */
    void joined(Target target, long now) {
        if (!rotor.hurryAhead()) {
            urgent(new Ask(id, target, Why.JOINED, 0));
            sooner.keep(target, now + A_WHILE, now);
        }
    }

    /** The target is about to leave its slot. */
    void forget(Target target) {
        urgent.remove(target);
        sooner.forget(target);
        early.remove(target);
        unanswered.remove(target);
        release(target);
    }

    /** From now on the even turns take the short way where nothing is held about a target; null for the long way again. */
    public void sweep(@Nullable Sweep sweep) {
        this.sweep = sweep;
    }

    /** Something is held about the target, so that each of its answers matters. */
    public void attend(Target target) {
        int slot = ring.slot(target);
        if (slot >= 0) {
            attended.set(slot);
        }
    }

    /** Nothing is held about the target any more, as far as the caller knows. */
    public void release(Target target) {
        int slot = ring.slot(target);
        if (slot >= 0 && !early.containsKey(target) && !unanswered.containsKey(target)) {
            attended.clear(slot);
        }
    }

    /** Whether the target in a slot is asked the long way. */
    public boolean attended(int slot) {
        return attended.get(slot);
    }

    /** Asks what is due and what the limits allow, at most so much; returns how many questions left. */
    int step(long now, int most, Asker asker) {
        int sent = urgent(now, most, asker);
        if (!frozen) {
            sent += soon(now, most - sent, asker);
            sent += turn(now, most - sent, asker);
        }
        return sent;
    }

    private int soon(long now, int most, Asker asker) {
        int sent = 0;
        while (sent < most && pending < plan.window() && sooner.due(now) <= now && budget.take(Spend.SOONER, now)) {
            sooner.next(now)
                    .ifPresentOrElse(
                            target -> send(new Ask(id, target, Why.SOONER, 0), asker), () -> budget.giveBack(1, now));
            sent++;
        }
        return sent;
    }

    private int urgent(long now, int most, Asker asker) {
        int sent = 0;
        while (sent < most && pending < plan.window() && waiting()) {
            Ask ask = urgent.peek().orElseThrow();
            if (!budget.take(Spend.of(ask.why()), questions(ask), now)) {
                break;
            }
            urgent.remove(ask);
            send(ask, asker);
            sent++;
        }
        return sent;
    }

    private boolean waiting() {
        return frozen ? urgent.hasRequested() : !urgent.isEmpty();
    }

    /** A confirming look asks for the list's text too. */
    private static int questions(Ask ask) {
        return ask.why() == Why.CONFIRM ? 2 : 1;
    }

    private int turn(long now, int most, Asker asker) {
        int room = sweep == null ? most : Math.min(most, sweep.room());
        int sent = 0;
        while (sent < room
                && pending < plan.window()
                && ring.size() > 0
                && rotor.due(now) <= now
                && budget.take(Spend.TURN, now)) {
            pass(rotor.next(now), asker);
            sent++;
        }
        return sent;
    }

    private void pass(int slot, Asker asker) {
        if (sweep != null && !attended.get(slot)) {
            swept++;
            asked++;
            sweep.ask(slot, ring.high(slot), ring.low(slot));
            return;
        }
        Target target = ring.at(slot).orElseThrow();
        early.remove(target);
        send(new Ask(id, target, Why.TURN, 0), asker);
    }

    private void send(Ask ask, Asker asker) {
        pending++;
        asked++;
        asker.ask(ask);
    }

    /** When there may be something to ask again; {@link Long#MAX_VALUE} while the lane waits for answers or has nothing. */
    long nextAt(long now) {
        if (pending >= plan.window()) {
            return Long.MAX_VALUE;
        }
        if (waiting()) {
            Ask ask = urgent.peek().orElseThrow();
            return budget.readyAt(Spend.of(ask.why()), questions(ask), now);
        }
        if (frozen || ring.size() == 0) {
            return Long.MAX_VALUE;
        }
        long due = Math.max(rotor.due(now), budget.readyAt(Spend.TURN, now));
        long turn = sweep == null || due > now || sweep.room() > 0 ? due : now + NO_ROOM;
        long soon = sooner.due(now);
        return soon == Long.MAX_VALUE ? turn : Math.min(turn, Math.max(soon, budget.readyAt(Spend.SOONER, now)));
    }

    /** A question of the long way has been answered, or will never be. */
    void answered() {
        pending = Math.max(0, pending - 1);
    }

    /** A question of the short way has been answered, and that was all. */
    public void swept() {
        swept = Math.max(0, swept - 1);
    }

    /** A question of the short way goes on by the long one, and is told by {@link PollLoop#answered}. */
    public void goesOn() {
        swept();
        pending++;
    }

    /** Takes the right to ask once more at once, if there is one. */
    public boolean spare(Instant now) {
        return budget.reserve(Spend.URGENT, 1, Nanos.of(now));
    }

    /** The list said something definite about the target. */
    void definite(Ask ask, Instant at) {
        unanswered.remove(ask.target());
        if (ask.why() != Why.TURN && ring.contains(ask.target())) {
            early.put(ask.target(), at);
            attend(ask.target());
        }
    }

    /** All tries for the target are used up. */
    void gaveUp(Target target, String cause, Instant at) {
        if (ring.contains(target)) {
            Unanswered before = unanswered.get(target);
            Optional<Instant> lastAnswer = before == null ? lastAnswerBefore(target, at) : before.lastAnswer();
            unanswered.put(target, new Unanswered(before == null ? at : before.since(), lastAnswer, cause));
            attend(target);
        }
    }

    private Optional<Instant> lastAnswerBefore(Target target, Instant at) {
        // The rotor has just passed the target with the question that failed, so its answer is a turn older.
        return Optional.ofNullable(early.get(target))
                .or(() -> rotor.lastPassed(target).map(passed -> passed.minus(plan.planned())))
                .filter(answer -> answer.isBefore(at));
    }

    /** Questions without an answer. */
    public int pending() {
        return pending + swept;
    }

    /** How many questions left since the lane was opened. */
    public long asked() {
        return asked;
    }

    public int targets() {
        return ring.size();
    }

    /** How many pairs are unknown: all of a frozen lane, else those without an answer. */
    public int unknown() {
        return frozen ? ring.size() : unanswered.size();
    }

    public Optional<Unanswered> unanswered(Target target) {
        return Optional.ofNullable(unanswered.get(target));
    }

    /** When the list last said something definite about the target, as far as that is known. */
    public Optional<Instant> lastAnswer(Target target) {
        Unanswered without = unanswered.get(target);
        if (without != null) {
            return without.lastAnswer();
        }
        Optional<Instant> outOfTurn = Optional.ofNullable(early.get(target));
        return outOfTurn.isPresent() ? outOfTurn : rotor.lastPassed(target);
    }

    /** How long the last full turn took. */
    public Optional<Duration> achieved() {
        return rotor.lastTurn();
    }

    /** The oldest definite answer of all targets; empty before the first turn is complete. */
    public Optional<Instant> oldestAnswer() {
        if (ring.size() == 0) {
            return Optional.empty();
        }
        Optional<Instant> oldest = rotor.oldest();
        for (Unanswered without : unanswered.values()) {
            oldest = without.lastAnswer().isEmpty() || oldest.isEmpty()
                    ? Optional.empty()
                    : Optional.of(earlier(oldest.get(), without.lastAnswer().get()));
        }
        return oldest;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
