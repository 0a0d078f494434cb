package offlist.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import offlist.pool.Target;

/**
 * One list and one kind of target: its rotor, its urgent queue, its window. What happens in one lane costs the others
 * nothing.
 *
 * <p>Not for several threads.
 */
public final class Lane {
    private final LaneId id;
    private final Ring ring;
    private final Rotor rotor;
    private final UrgentQueue urgent = new UrgentQueue();
    /** Targets answered out of turn, until the rotor comes by and tells their age itself. */
    private final Map<Target, Instant> early = new LinkedHashMap<>();

    private final Map<Target, Unanswered> unanswered = new LinkedHashMap<>();
    private Plan plan;
    private Budget budget;
    private int pending;
    private long asked;
    private boolean frozen = true;

    Lane(LaneId id, Ring ring, Plan plan, Budget budget, Instant now) {
        this.id = id;
        this.ring = ring;
        this.plan = plan;
        this.budget = budget;
        this.rotor = new Rotor(ring, plan.planned(), now);
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
    void joined(Target target) {
        if (!rotor.hurryAhead()) {
            urgent(new Ask(id, target, Why.JOINED, 0));
        }
    }

    void forget(Target target) {
        urgent.remove(target);
        early.remove(target);
        unanswered.remove(target);
    }

    /** The next question, if one is due and the limits allow it. */
    Optional<Ask> next(Instant now) {
        boolean something = frozen
                ? urgent.hasRequested()
                : !urgent.isEmpty() || (ring.size() > 0 && !rotor.due(now).isAfter(now));
        if (!something || pending >= plan.window() || !budget.take(spend(), questions(), Budgets.nanos(now))) {
            return Optional.empty();
        }
        Optional<Ask> ask = frozen ? urgent.nextRequested() : urgent.next().or(() -> turn(now));
        ask.ifPresent(a -> {
            pending++;
            asked++;
        });
        return ask;
    }

    private Optional<Ask> turn(Instant now) {
        Optional<Target> target = rotor.next(now);
        target.ifPresent(early::remove);
        return target.map(t -> new Ask(id, t, Why.TURN, 0));
    }

    /** When there may be something to ask again; empty while the lane waits for answers or has nothing. */
    Optional<Instant> nextAt(Instant now) {
        if (pending >= plan.window()) {
            return Optional.empty();
        }
        if (frozen ? urgent.hasRequested() : !urgent.isEmpty()) {
            return readyAt(spend(), questions(), now);
        }
        if (frozen || ring.size() == 0) {
            return Optional.empty();
        }
        Instant due = rotor.due(now);
        return readyAt(Spend.TURN, 1, now).map(ready -> due.isAfter(ready) ? due : ready);
    }

    private Optional<Instant> readyAt(Spend what, int questions, Instant now) {
        long nanos = Budgets.nanos(now);
        long ready = budget.readyAt(what, questions, nanos);
        return ready == Long.MAX_VALUE ? Optional.empty() : Optional.of(now.plusNanos(ready - nanos));
    }

    /** What the next question is for. */
    private Spend spend() {
        return urgent.peek().map(ask -> Spend.of(ask.why())).orElse(Spend.TURN);
    }

    /** A confirming look asks for the list's text too. */
    private int questions() {
        return urgent.peek().filter(ask -> ask.why() == Why.CONFIRM).isPresent() ? 2 : 1;
    }

    void answered() {
        pending = Math.max(0, pending - 1);
    }

    /** The list said something definite about the target. */
    void definite(Ask ask, Instant at) {
        unanswered.remove(ask.target());
        if (ask.why() != Why.TURN && ring.contains(ask.target())) {
            early.put(ask.target(), at);
        }
    }

    /** All tries for the target are used up. */
    void gaveUp(Target target, String cause, Instant at) {
        if (ring.contains(target)) {
            Unanswered before = unanswered.get(target);
            Optional<Instant> lastAnswer = before == null ? lastAnswerBefore(target, at) : before.lastAnswer();
            unanswered.put(target, new Unanswered(before == null ? at : before.since(), lastAnswer, cause));
        }
    }

    private Optional<Instant> lastAnswerBefore(Target target, Instant at) {
        // The rotor has just passed the target with the question that failed, so its answer is a turn older.
        return Optional.ofNullable(early.get(target))
                .or(() -> rotor.lastPassed(target).map(passed -> passed.minus(plan.planned())))
                .filter(answer -> answer.isBefore(at));
    }

    public int pending() {
        return pending;
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
