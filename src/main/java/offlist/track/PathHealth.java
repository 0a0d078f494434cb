package offlist.track;

import java.time.Duration;
import java.time.Instant;
import offlist.probe.Health;
import offlist.yaml.Durations;

/** What is known of one path, and when its test points are asked next. Mutable, for one thread. */
final class PathHealth {
    /** Failures in a row without a definite answer between them that make us ask the test points. */
    static final int FAILURES = 3;

    private static final Duration SHORTEST_RECHECK = Duration.ofMinutes(1);
    private static final Duration LONGEST_RECHECK = Duration.ofHours(1);
    /** A list that is not healthy is asked less and less, but never less than this. */
    private static final int MOST_INTERVALS = 4;

    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(15);
    /** Longer than any test takes: what has not come by then does not come. */
    private static final Duration LOST = Duration.ofMinutes(5);

    private Health health = new Health(Health.State.UNVERIFIED, "not asked yet");
    private Instant since;
    private Instant due;
    private boolean asking;
    private Instant lastAsked = Instant.MIN;
    private Instant lastTested = Instant.MIN;
    private boolean tested;
    private int failures;
    private int bad;
    private Duration interval;
    private Duration rarest = Duration.ZERO;

    PathHealth(Duration interval, Instant now) {
        this.interval = interval;
        this.since = now;
        this.due = now;
    }

    Health health() {
        return health;
    }

    /** Healthy, or a list that has nothing to test it with and is taken at its word. */
    boolean usable() {
        return health.believable() || (tested && health.state() == Health.State.UNVERIFIED);
    }

    Instant since() {
        return since;
    }

    boolean tested() {
        return tested;
    }

    boolean testedSince(Instant when) {
        return tested && !lastTested.isBefore(when);
    }

    boolean asking() {
        return asking;
    }

    boolean dueBy(Instant now) {
        return asking ? !lastAsked.plus(LOST).isAfter(now) : !due.isAfter(now);
    }

    Instant due() {
        return due;
    }

    /** @param recheck time between two tests, at least */
    void interval(Duration interval, Duration recheck) {
        this.interval = interval;
        this.rarest = recheck;
    }

    void asked(Instant now) {
        asking = true;
        lastAsked = now;
    }

    /** The test points may not be asked before then after all; whoever says so may be wrong, so it is not for long. */
    void putOff(Instant until, Instant now) {
        Instant latest = now.plus(LOST);
        asking = false;
        due = until.isBefore(latest) ? until : latest;
    }

    /** The clock was set back: what was to come soon still comes soon, and no sooner. */
    void back(Duration by, Instant now) {
        due = due.minus(by);
        lastAsked = lastAsked.isAfter(now) ? now : lastAsked;
        lastTested = lastTested.isAfter(now) ? now : lastTested;
        since = since.isAfter(now) ? now : since;
    }

    /** The test points are to be asked as soon as possible. */
    void soon(Instant now) {
        due = due.isAfter(now) ? now : due;
    }

    void definite() {
        failures = 0;
    }

    void refused(Instant now) {
        if (usable()) {
            soon(now);
        }
    }

    void failed(Instant now) {
        if (++failures >= FAILURES && usable()) {
            failures = 0;
            soon(now);
        }
    }

    /**
     * Takes what the test points said.
     *
     * @param jitter between 0 and 1, so that many lists and many daemons do not ask at the same moment
     */
    void tested(Health now, Instant at, double jitter) {
        asking = false;
        tested = true;
        lastTested = at;
        if (now.state() != health.state()) {
            since = at;
        }
        health = now;
        failures = 0;
        bad = usable() ? 0 : bad + 1;
        Duration wait = usable() ? recheck() : backOff();
        due = at.plusMillis((long) (wait.toMillis() * (1 - 0.1 * jitter)));
    }

    private Duration recheck() {
        Duration atLeast = Durations.longer(interval, SHORTEST_RECHECK);
        return Durations.longer(Durations.shorter(atLeast, LONGEST_RECHECK), rarest);
    }

    private Duration backOff() {
        Duration usual = Durations.shorter(interval.multipliedBy(Math.min(bad, MOST_INTERVALS)), LONGEST_BACK_OFF);
        // A test that fails takes more questions than one that passes.
        return Durations.longer(usual, rarest);
    }
}
