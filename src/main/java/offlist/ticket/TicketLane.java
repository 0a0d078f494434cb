package offlist.ticket;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import offlist.alert.Backoff;
import offlist.ticket.Dialogue.Looked;
import offlist.ticket.Dialogue.Ticket;
import offlist.ticket.Preset.Act;
import offlist.ticket.Preset.Step;
import offlist.ticket.TicketSent.Result;
import offlist.yaml.Durations;
import org.jboss.logging.Logger;

/**
 * One system and how it is doing.
 *
 * <p>1. Before a ticket is made it stands in the store that one may exist from now on; while that stands there, the ticket
 * is looked for and none is made. 2. A change counts as told when the system has taken its last step, and only the event
 * that it told counts. 3. While a system fails it is asked once per pause and not once per ticket.
 */
final class TicketLane {
    private static final Logger LOG = Logger.getLogger(TicketLane.class);
    /** Somebody has to change a token or a right first. */
    private static final Duration BARRED = Duration.ofMinutes(10);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TicketSystem system;
    private final Optional<URI> pages;
    private final TicketBook book;
    private final Dialogue dialogue;
    private final Backoff backoff;
    private final Consumer<TicketSent> sent;
    private final Deque<Instant> creations = new ArrayDeque<>();
    private int failures;
    private Instant pausedUntil = Instant.MIN;

    TicketLane(
            TicketSystem system,
            Optional<URI> pages,
            TicketBook book,
            Caller caller,
            Backoff backoff,
            Consumer<TicketSent> sent) {
        this.system = system;
        this.pages = pages;
        this.book = book;
        this.dialogue = new Dialogue(caller, system);
        this.backoff = backoff;
        this.sent = sent;
    }

    /** Whether it was made for these. */
    boolean serves(TicketSystem other, Optional<URI> otherPages) {
        return system.equals(other) && pages.equals(otherPages);
    }

    int step(Instant now) {
        if (now.isBefore(pausedUntil)) {
            return 0;
        }
        Optional<TicketRow> due = book.next(system.name(), now);
        due.ifPresent(row -> attend(row, now));
        return due.isPresent() ? 1 : 0;
    }

    private void attend(TicketRow row, Instant now) {
        if (row.external().isPresent()) {
            change(row, now);
        } else if (row.sentAt().isPresent()) {
            look(row, now);
        } else if (row.open()) {
            create(row, now);
        } else {
            // It was over before there was a ticket.
            book.done(row, row.wanted(), "", false);
        }
    }

    private void create(TicketRow row, Instant now) {
        Optional<Instant> free = crowded(now);
        if (free.isPresent()) {
            book.later(row, free.get());
            return;
        }
        Values values = values(row, Act.UPDATE, row.wanted());
        book.sending(row, now, settle());
        creations.add(now);
        switch (dialogue.create(values)) {
            case Answer.Taken taken -> {
                Optional<Ticket> ticket = dialogue.created(taken.body(), values);
                if (ticket.isPresent()) {
                    book.made(row, ticket.get().id(), ticket.get().link(), row.wanted(), told(row), now);
                    well();
                } else {
                    unclear(row, "the answer names no ticket", Optional.empty(), settle(), now);
                }
            }
            case Answer.Unclear unclear -> unclear(row, unclear.cause(), unclear.after(), settle(), now);
            // It is there already, whoever made it.
            case Answer.Conflict conflict -> failed(row, Result.DELAYED, conflict.cause(), Duration.ZERO, now);
            case Answer.Later later -> {
                book.unsent(row, now);
                unclear(row, later.cause(), later.after(), Duration.ZERO, now);
            }
            case Answer.Refused refused -> {
                book.unsent(row, now);
                failed(row, Result.REFUSED, refused.cause(), Duration.ZERO, now);
            }
            case Answer.Barred barred -> {
                book.unsent(row, now);
                barred(row, barred.cause(), now);
            }
            case Answer.Gone gone -> {
                book.unsent(row, now);
                barred(row, "there is no such project: " + gone.cause(), now);
            }
        }
    }

    /** When the next ticket may be made, when it may not be now. */
    private Optional<Instant> crowded(Instant now) {
        while (!creations.isEmpty() && !creations.getFirst().plus(MINUTE).isAfter(now)) {
            creations.removeFirst();
        }
        return creations.size() < system.perMinute()
                ? Optional.empty()
                : Optional.of(creations.getFirst().plus(MINUTE));
    }

    private void look(TicketRow row, Instant now) {
        Looked<Ticket> looked = dialogue.find(values(row, Act.UPDATE, row.wanted()));
        if (looked.answer() instanceof Answer.Taken) {
            looked.found()
                    .ifPresentOrElse(
                            ticket -> book.made(row, ticket.id(), ticket.link(), row.sent(), "", now),
                            () -> book.unsent(row, now));
            well();
        } else {
            trouble(row, looked.answer(), now);
        }
    }

    private void change(TicketRow row, Instant now) {
        Optional<Act> act = act(row);
        if (act.isEmpty()) {
            book.done(row, row.wanted(), row.told(), row.toldOpen());
            return;
        }
        boolean goesOn = row.act().equals(act.get().name());
        long acting = goesOn ? row.acting() : row.wanted();
        int at = goesOn ? row.step() : 0;
        if (!goesOn) {
            book.stepped(row, act.get().name(), acting, 0);
        }
        List<Step> steps = system.api().preset().steps().getOrDefault(act.get(), List.of());
        if (at >= steps.size()) {
            finished(row, act.get(), acting);
            return;
        }
        Answer answer = dialogue.make(steps.get(at), values(row, act.get(), acting));
        if (answer instanceof Answer.Taken) {
            well();
            if (at + 1 < steps.size()) {
                book.stepped(row, act.get().name(), acting, at + 1);
            } else {
                finished(row, act.get(), acting);
            }
        } else {
            trouble(row, answer, now);
        }
    }

    private void finished(TicketRow row, Act act, long acting) {
        String told = act == Act.CLOSE || row.wanted() != acting ? "" : told(row);
        book.done(row, acting, told, act != Act.CLOSE);
    }

    /** What has to be done; a change that was left half done may have opened or closed the ticket. */
    private static Optional<Act> act(TicketRow row) {
        Optional<Act> midway = row.act().isEmpty() ? Optional.empty() : Optional.of(Act.valueOf(row.act()));
        if (!row.open()) {
            return row.toldOpen() || midway.isPresent() ? Optional.of(Act.CLOSE) : Optional.empty();
        }
        if (midway.isPresent()) {
            return Optional.of(midway.get() == Act.CLOSE ? Act.REOPEN : midway.get());
        }
        if (!row.toldOpen()) {
            return Optional.of(Act.REOPEN);
        }
        return told(row).equals(row.told()) ? Optional.empty() : Optional.of(Act.UPDATE);
    }

    private static String told(TicketRow row) {
        return Format.PLAIN.all(TaskNews.of(row.data()).change(Act.UPDATE));
    }

    private Values values(TicketRow row, Act act, long version) {
        return Values.of(system, row, act, version, pages);
    }

    private Duration settle() {
        return system.api().preset().settle();
    }

    private void trouble(TicketRow row, Answer answer, Instant now) {
        switch (answer) {
            case Answer.Taken taken -> throw new IllegalArgumentException("that is no trouble");
            case Answer.Unclear unclear -> unclear(row, unclear.cause(), unclear.after(), Duration.ZERO, now);
            case Answer.Later later -> unclear(row, later.cause(), later.after(), Duration.ZERO, now);
            case Answer.Conflict conflict -> failed(row, Result.DELAYED, conflict.cause(), Duration.ZERO, now);
            case Answer.Refused refused -> failed(row, Result.REFUSED, refused.cause(), Duration.ZERO, now);
            case Answer.Barred barred -> barred(row, barred.cause(), now);
            case Answer.Gone gone -> gone(row, gone.cause(), now);
        }
    }

    /** Somebody deleted or moved the ticket, or took away our right to see it: looking for it will tell. */
    private void gone(TicketRow row, String cause, Instant now) {
        if (row.external().isEmpty()) {
            barred(row, "there is no such project: " + cause, now);
        } else if (row.open()) {
            failed(row, Result.DELAYED, "the ticket is not there any more: " + cause, Duration.ZERO, now);
            book.lost(row, now, now.plus(backoff.after(row.attempts() + 1, Optional.empty())));
        } else {
            LOG.infof("the ticket of a closed task is gone: system=%s task=%s", system.name(), row.task());
            book.done(row, row.wanted(), "", false);
        }
    }

    /** The system as a whole is not well: everything else waits too. */
    private void unclear(TicketRow row, String cause, Optional<Duration> asked, Duration atLeast, Instant now) {
        failures++;
        Duration pause = backoff.after(failures, asked);
        pausedUntil = now.plus(pause);
        failed(row, Result.DELAYED, cause, Durations.longer(pause, atLeast), now);
    }

    private void barred(TicketRow row, String cause, Instant now) {
        failures++;
        pausedUntil = now.plus(Durations.longer(BARRED, backoff.after(failures, Optional.empty())));
        failed(row, Result.BARRED, cause, BARRED, now);
    }

    private void failed(TicketRow row, Result result, String cause, Duration atLeast, Instant now) {
        if (Backoff.tooOld(row.wantedAt(), now)) {
            LOG.errorf("ticket given up: system=%s task=%s cause=%s", system.name(), row.task(), cause);
            book.giveUp(row, cause);
            sent.accept(new TicketSent(system.name(), Result.GIVEN_UP, cause));
            return;
        }
        Duration pause = backoff.after(row.attempts() + 1, Optional.empty());
        book.failed(row, cause, now.plus(Durations.longer(pause, atLeast)));
        LOG.debugf("ticket waits: system=%s task=%s cause=%s", system.name(), row.task(), cause);
        sent.accept(new TicketSent(system.name(), result, cause));
    }

    private void well() {
        failures = 0;
        pausedUntil = Instant.MIN;
        sent.accept(new TicketSent(system.name(), Result.TAKEN, ""));
    }
}
