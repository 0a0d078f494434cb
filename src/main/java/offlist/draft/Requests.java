package offlist.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import offlist.alert.email.PlainMail;
import offlist.alert.email.Post.Handed;
import offlist.catalogue.RemovalMethod;
import offlist.delist.Obstacle;
import offlist.delist.RemovalSettings;
import offlist.delist.RemovalTask;
import offlist.delist.TaskAction;
import offlist.delist.TaskDesk;

/**
 * Sends requests by mail, each at most once: that the list was asked is written down before the mail goes out, and taken back only
 * when it is certain that it did not. Threads may share it.
 */
public final class Requests {
    private static final String NO_ADDRESS =
            "no address is known to which this list takes requests by mail: the catalogue names"
                    + " none, and `removal.mail.addresses` neither";
    private static final String OFF = "nothing is sent: `removal.mail.send` is not switched on";
    private static final String NO_RELAY = "nothing is sent: there is no `mail` in the configuration to send through";
    private static final Map<String, String> LACKS = Map.of(
            LetterWriter.CAUSE, "what was wrong",
            LetterWriter.FIX, "what was done about it",
            LetterWriter.ORGANISATION, "`removal.organisation`",
            LetterWriter.CONTACT, "`removal.contact`");

    private final TaskDesk desk;
    private final Drafts drafts;
    private final Supplier<RemovalSettings> settings;
    private final Supplier<Optional<Function<PlainMail, Handed>>> relay;

    /** @param relay as it is configured now */
    public Requests(
            TaskDesk desk,
            Drafts drafts,
            Supplier<RemovalSettings> settings,
            Supplier<Optional<Function<PlainMail, Handed>>> relay) {
        this.desk = desk;
        this.drafts = drafts;
        this.settings = settings;
        this.relay = relay;
    }

    /** What became of a request. */
    public sealed interface Result {
        /**
         * What would be sent; nothing was.
         *
         * @param not why it would not be, as the task stands; empty where it would
         */
        record Shown(PlainMail mail, Optional<Obstacle> not) implements Result {}

        /** @param doubt why it is not certain that the relay has it; empty when it has */
        record Sent(PlainMail mail, RemovalTask task, Optional<String> doubt) implements Result {}

        /** Certainly not sent. */
        record NotSent(Obstacle why) implements Result {}
    }

    /** Shows what would be sent, without a trace. */
    public Result show(RemovalTask task, String by) {
        return mail(task, mail -> new Result.Shown(mail, obstacle(task, by, mail)));
    }

    private Optional<Obstacle> obstacle(RemovalTask task, String by, PlainMail mail) {
        if (!settings.get().mail().send()) {
            return Optional.of(Obstacle.of(OFF));
        }
        return desk.would(task.id(), asked(mail), by) instanceof TaskDesk.Done.Refused refused
                ? Optional.of(refused.obstacle())
                : Optional.empty();
    }

    /** Sends it, where the operator wants requests to be sent. */
    public Result send(RemovalTask task, String by) {
        if (!settings.get().mail().send()) {
            return no(OFF);
        }
        return relay.get()
                .map(post -> mail(task, mail -> send(task, by, mail, post)))
                .orElseGet(() -> no(NO_RELAY));
    }

    private Result mail(RemovalTask task, Function<PlainMail, Result> then) {
        Draft draft = drafts.of(task);
        if (draft.mailTo().isEmpty()) {
            return no(NO_ADDRESS);
        }
        List<String> lacks = draft.missing().stream()
                .map(each -> LACKS.getOrDefault(each, each))
                .toList();
        return lacks.isEmpty()
                ? then.apply(mail(draft, settings.get().contact().orElseThrow()))
                : no("the request says nothing of " + String.join(", ", lacks) + ": say it first");
    }

    private static PlainMail mail(Draft draft, String from) {
        String id = "<" + UUID.randomUUID() + "@" + PlainMail.domain(from) + ">";
        return new PlainMail(id, from, draft.mailTo().orElseThrow(), draft.subject(), draft.body());
    }

    private static TaskAction asked(PlainMail mail) {
        return new TaskAction.Asked(RemovalMethod.EMAIL, mail.id(), "mail to " + mail.to(), false);
    }

    private Result send(RemovalTask task, String by, PlainMail mail, Function<PlainMail, Handed> post) {
        return switch (desk.act(task.id(), asked(mail), by)) {
            case TaskDesk.Done.Now asked -> handed(asked.task(), by, mail, post.apply(mail));
            case TaskDesk.Done.Refused refused -> new Result.NotSent(refused.obstacle());
            case TaskDesk.Done.Unknown unknown -> no("the task is gone");
        };
    }

    private Result handed(RemovalTask task, String by, PlainMail mail, Handed handed) {
        return switch (handed) {
            case Handed.Taken taken -> new Result.Sent(mail, task, Optional.empty());
            case Handed.NotTaken not -> {
                String why = "the mail did not go out: " + not.why();
                desk.act(task.id(), new TaskAction.Unsent(mail.id(), why), by);
                yield no(why);
            }
            case Handed.Unclear unclear -> {
                String doubt = "it is not known whether the mail went out, so it counts as sent: " + unclear.why();
                desk.act(task.id(), new TaskAction.Note(doubt), by);
                yield new Result.Sent(mail, task, Optional.of(doubt));
            }
        };
    }

    private static Result no(String why) {
        return new Result.NotSent(Obstacle.of(why));
    }
}
