package offlist.alert;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import offlist.alert.MessageBook.Draft;
import offlist.alert.MessageBook.Line;
import offlist.store.StoreException;
import org.jboss.logging.Logger;

/**
 * One receiver and how it is doing.
 *
 * <p>1. While it fails, all its messages wait, so a dead receiver is asked once per pause and not once per message.
 * 2. A message that keeps failing steps back behind the others, so it cannot stop the lane.
 */
final class AlertLane {
    private static final Logger LOG = Logger.getLogger(AlertLane.class);

    /** A mistake that was made so often is made again. */
    private static final int MOST_FAULTS = 5;

    private static final String OWN_FAULT = "a fault of our own";

    private final String receiver;
    private final MessageBook book;
    private final Composer composer;
    private final Backoff backoff;
    private final Consumer<Sent> sent;
    /** How often in a row we made a mistake about a message that is under way. */
    private final Map<String, Integer> faults = new HashMap<>();

    private Optional<Concluded> unwritten = Optional.empty();
    private int failures;
    private String trouble = "";
    private Instant pausedUntil = Instant.MIN;

    /** What was sent and what the receiver said to it. */
    private record Tried(AlertKind kind, Outcome outcome) {}

    /** What became of a message, until it stands in the store. */
    private record Concluded(Draft draft, Outcome outcome) {}

    AlertLane(String receiver, MessageBook book, Composer composer, Backoff backoff, Consumer<Sent> sent) {
        this.receiver = receiver;
        this.book = book;
        this.composer = composer;
        this.backoff = backoff;
        this.sent = sent;
    }

    synchronized Instant notBefore(Instant at) {
        return at.isBefore(pausedUntil) ? pausedUntil : at;
    }

    synchronized int step(Notifier notifier, Instant now) {
        if (now.isBefore(pausedUntil)) {
            return 0;
        }
        writeDown(now);
        book.makeDue(receiver, now);
        Optional<Draft> draft = book.next(receiver, now);
        draft.ifPresent(next -> attempt(notifier, next, now));
        return draft.isPresent() ? 1 : 0;
    }

    private void attempt(Notifier notifier, Draft draft, Instant now) {
        List<Line> lines = book.lines(receiver, draft);
        int alsoOpen = book.alsoOpen(draft);
        Optional<Tried> tried;
        try {
            tried = composer.compose(receiver, draft, lines, alsoOpen)
                    .map(message -> new Tried(message.kind(), notifier.send(message)));
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            faulty(draft, lines, e, now);
            return;
        }
        faults.remove(draft.id());
        tried.ifPresentOrElse(
                each -> conclude(draft, each.kind(), judged(each.outcome(), draft, now), now),
                () -> book.settle(draft, "nothing_left", now));
    }

    /**
     * Our own mistake, maybe about this message alone: the others do not wait for it, and it is not tried for ever, as
     * its group would be blocked. What the exception says may hold a secret, where it was thrown does not.
     */
    private void faulty(Draft draft, List<Line> lines, RuntimeException fault, Instant now) {
        int times = faults.merge(draft.id(), 1, Integer::sum);
        LOG.errorf(
                "fault while telling: receiver=%s message=%s times=%d fault=%s at=%s",
                receiver,
                draft.id(),
                times,
                fault.getClass().getName(),
                List.of(fault.getStackTrace()).stream().limit(3).toList());
        Outcome outcome = times < MOST_FAULTS
                ? new Outcome.RetryLater(OWN_FAULT, Optional.empty())
                : new Outcome.GivenUp(OWN_FAULT + ", " + times + " times in a row");
        if (outcome instanceof Outcome.GivenUp) {
            faults.remove(draft.id());
        }
        finish(draft, kind(lines), outcome, now);
    }

    /** What it would have been about, as far as that can be told of a message that could not be put together. */
    private static AlertKind kind(List<Line> lines) {
        return lines.stream()
                .findFirst()
                .map(line -> AlertKind.ofIncident(line.incident()))
                .orElse(AlertKind.LISTING);
    }

    private static Outcome judged(Outcome outcome, Draft draft, Instant now) {
        return outcome instanceof Outcome.RetryLater later && Backoff.tooOld(draft.madeAt(), now)
                ? new Outcome.GivenUp("no success within 72 h: " + later.cause())
                : outcome;
    }

    private void conclude(Draft draft, AlertKind kind, Outcome outcome, Instant now) {
        switch (outcome) {
            case Outcome.Delivered delivered -> recovered();
            case Outcome.GivenUp up -> {}
            case Outcome.RetryLater later -> {
                failed(later.cause());
                pausedUntil = now.plus(backoff.after(failures, later.after()));
            }
        }
        finish(draft, kind, outcome, now);
    }

    private void finish(Draft draft, AlertKind kind, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.GivenUp up) {
            LOG.errorf("alert given up: receiver=%s message=%s cause=%s", receiver, draft.id(), up.cause());
        }
        unwritten = Optional.of(new Concluded(draft, outcome));
        sent.accept(new Sent(receiver, kind, outcome));
        writeDown(now);
    }

    /** A store that takes nothing for a while must not make us send again what the receiver has already taken. */
    private void writeDown(Instant now) {
        unwritten.ifPresent(concluded -> {
            Draft draft = concluded.draft();
            if (concluded.outcome() instanceof Outcome.RetryLater later) {
                book.retry(draft, now.plus(backoff.after(draft.attempts() + 1, later.after())));
            } else if (concluded.outcome() instanceof Outcome.GivenUp up
                    && !up.cause().startsWith(OWN_FAULT)) {
                book.giveUp(draft, up.label(), now);
            } else {
                book.settle(draft, concluded.outcome().label(), now);
            }
        });
        unwritten = Optional.empty();
    }

    private void failed(String cause) {
        failures++;
        if (!cause.equals(trouble)) {
            trouble = cause;
            LOG.warnf("alerts are delayed: receiver=%s cause=%s", receiver, cause);
        }
    }

    private void recovered() {
        if (failures > 0) {
            LOG.infof("alerts flow again: receiver=%s", receiver);
        }
        failures = 0;
        trouble = "";
        pausedUntil = Instant.MIN;
    }
}
