package offlist.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import offlist.alert.MessageBook.Draft;
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
    private int failures;
    private String trouble = "";
    private Instant pausedUntil = Instant.MIN;

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
        book.makeDue(receiver, now);
        Optional<Draft> draft = book.next(receiver, now);
        draft.ifPresent(next -> attempt(notifier, next, now));
        return draft.isPresent() ? 1 : 0;
    }

    private void attempt(Notifier notifier, Draft draft, Instant now) {
        Optional<Message> message = composer.compose(receiver, draft, book.lines(draft), book.alsoOpen(draft));
        if (message.isEmpty()) {
            book.settle(draft, "nothing_left", now);
            return;
        }
        Outcome outcome = notifier.send(message.get());
        Outcome judged = outcome instanceof Outcome.RetryLater later && Backoff.tooOld(draft.madeAt(), now)
                ? new Outcome.GivenUp("no success within 72 h: " + later.cause())
                : outcome;
        conclude(draft, judged, now);
        sent.accept(new Sent(receiver, message.get().kind(), judged));
    }

    private void conclude(Draft draft, Outcome outcome, Instant now) {
        switch (outcome) {
            case Outcome.Delivered delivered -> {
                book.settle(draft, outcome.label(), now);
                recovered();
            }
            case Outcome.GivenUp up -> {
                book.settle(draft, outcome.label(), now);
                LOG.errorf("alert given up: receiver=%s message=%s cause=%s", receiver, draft.id(), up.cause());
            }
            case Outcome.RetryLater later -> {
                failed(later.cause());
                book.retry(draft, now.plus(backoff.after(draft.attempts() + 1, later.after())));
                pausedUntil = now.plus(backoff.after(failures, later.after()));
            }
        }
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
