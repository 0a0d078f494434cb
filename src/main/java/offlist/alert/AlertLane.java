package offlist.alert;

import java.time.Instant;
import java.util.List;
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

    private final String receiver;
    private final MessageBook book;
    private final Composer composer;
    private final Backoff backoff;
    private final Consumer<Sent> sent;
    private Optional<Concluded> unwritten = Optional.empty();
    private int failures;
    private String trouble = "";
    private Instant pausedUntil = Instant.MIN;

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
        try {
            Optional<Message> message = composer.compose(receiver, draft, lines, alsoOpen);
            message.ifPresentOrElse(
                    ready -> send(notifier, ready, draft, now), () -> book.settle(draft, "nothing_left", now));
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            // Our own mistake, maybe about this message alone: the others shall not wait for it. What the exception
            // says
            // may hold a secret, where it was thrown does not.
            LOG.errorf(
                    "fault while telling: receiver=%s message=%s fault=%s at=%s",
                    receiver,
                    draft.id(),
                    e.getClass().getName(),
                    List.of(e.getStackTrace()).stream().limit(3).toList());
            conclude(draft, judged(new Outcome.RetryLater("a fault of our own", Optional.empty()), draft, now), now);
        }
    }

    private void send(Notifier notifier, Message message, Draft draft, Instant now) {
        Outcome outcome = judged(notifier.send(message), draft, now);
        conclude(draft, outcome, now);
        sent.accept(new Sent(receiver, message.kind(), outcome));
    }

    private static Outcome judged(Outcome outcome, Draft draft, Instant now) {
        return outcome instanceof Outcome.RetryLater later && Backoff.tooOld(draft.madeAt(), now)
                ? new Outcome.GivenUp("no success within 72 h: " + later.cause())
                : outcome;
    }

    private void conclude(Draft draft, Outcome outcome, Instant now) {
        switch (outcome) {
            case Outcome.Delivered delivered -> recovered();
            case Outcome.GivenUp up ->
                LOG.errorf("alert given up: receiver=%s message=%s cause=%s", receiver, draft.id(), up.cause());
            case Outcome.RetryLater later -> {
                failed(later.cause());
                pausedUntil = now.plus(backoff.after(failures, later.after()));
            }
        }
        unwritten = Optional.of(new Concluded(draft, outcome));
        writeDown(now);
    }

    /** A store that takes nothing for a while must not make us send again what the receiver has already taken. */
    private void writeDown(Instant now) {
        unwritten.ifPresent(concluded -> {
            Draft draft = concluded.draft();
            if (concluded.outcome() instanceof Outcome.RetryLater later) {
                book.retry(draft, now.plus(backoff.after(draft.attempts() + 1, later.after())));
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
