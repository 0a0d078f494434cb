package offlist.delist;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What is to be done about a task next, in a sentence without a full stop, and by whom.
 *
 * @param text some of it from outside, to be escaped
 * @param who whose turn it is
 */
public record Advice(String text, Turn who) {
    /** Whose turn it is. */
    public enum Turn {
        YOU("you"),
        OWNER("the owner of the network"),
        LIST("the list"),
        NOBODY("nobody");

        private final String words;

        Turn(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public static Advice of(RemovalTask task, Instant now) {
        return switch (task.state()) {
            case TaskState.Open open ->
                new Advice("nobody has looked at it yet; that happens by itself in a moment", Turn.NOBODY);
            case TaskState.Preparing preparing -> preparing(task);
            case TaskState.Blocked blocked -> blocked(blocked, task);
            case TaskState.Ready ready -> ask("ask the list", task);
            case TaskState.Requested requested ->
                new Advice("the list was asked" + on(task) + "; " + until(requested.due()), Turn.LIST);
            case TaskState.Waiting waiting -> waiting(waiting, task);
            case TaskState.Overdue overdue -> overdue(overdue, task, now);
            case TaskState.Closed closed -> new Advice(ended(closed.as()), Turn.NOBODY);
        };
    }

    private static Advice preparing(RemovalTask task) {
        return new Advice(
                task.dossier().unanswered().stream()
                        .findFirst()
                        .map(finding -> "look again: " + sentence(finding.evidence()))
                        .orElse("it is being looked whether the list would let go"),
                task.dossier().lookedAt().isPresent() ? Turn.YOU : Turn.NOBODY);
    }

    private static Advice blocked(TaskState.Blocked blocked, RemovalTask task) {
        Optional<Blocker> first =
                blocked.by().stream().filter(by -> by.until().isEmpty()).findFirst();
        return first.map(by -> new Advice(sentence(by.text()) + more(blocked), Turn.YOU))
                .orElseGet(() -> new Advice(until(latest(blocked)) + again(task), Turn.NOBODY));
    }

    private static String more(TaskState.Blocked blocked) {
        int others = blocked.by().size() - 1;
        return others == 0 ? "" : " (and " + others + " more)";
    }

    private static Optional<Instant> latest(TaskState.Blocked blocked) {
        return blocked.by().stream().flatMap(by -> by.until().stream()).max(Instant::compareTo);
    }

    private static String again(RemovalTask task) {
        return task.dossier().lastRequest().isPresent() ? ": the list wants no second request sooner" : "";
    }

    private static Advice waiting(TaskState.Waiting waiting, RemovalTask task) {
        return task.asked()
                ? new Advice("the list has the request; " + until(waiting.due()), Turn.LIST)
                : new Advice(
                        "it goes by itself if its cause is gone"
                                + waiting.due().map(at -> ", by " + day(at)).orElse(""),
                        Turn.NOBODY);
    }

    private static Advice overdue(TaskState.Overdue overdue, RemovalTask task, Instant now) {
        String late = "overdue" + overdue.due().map(at -> " since " + day(at)).orElse("") + ": ";
        if (!task.asked()) {
            return new Advice(late + "look whether its cause is gone", Turn.YOU);
        }
        return task.askAgainAt()
                .filter(now::isBefore)
                .map(at -> new Advice(
                        late + "write to the list; a second request is not wanted before " + day(at), turn(task)))
                .orElseGet(() -> ask(late + "ask the list again, or write to it", task));
    }

    private static Advice ask(String text, RemovalTask task) {
        return turn(task) == Turn.OWNER
                ? new Advice(text.replaceFirst("\\bask ", "have the owner of the network ask "), Turn.OWNER)
                : new Advice(text, Turn.YOU);
    }

    private static Turn turn(RemovalTask task) {
        return task.plan().actor() == Actor.NETWORK_OWNER ? Turn.OWNER : Turn.YOU;
    }

    private static String on(RemovalTask task) {
        return task.dossier().lastRequest().map(last -> " on " + day(last.at())).orElse("");
    }

    private static String until(Optional<Instant> at) {
        return at.map(due -> "wait until " + day(due)).orElse("wait");
    }

    private static String day(Instant at) {
        return DAY.format(at);
    }

    /** A moment as people read it. */
    public static String moment(Instant at) {
        return MINUTE.format(at);
    }

    private static String sentence(String evidence) {
        return evidence.endsWith(".") ? evidence.substring(0, evidence.length() - 1) : evidence;
    }

    /** How a task ended, in words. */
    public static String ended(TaskState.Ending as) {
        return switch (as) {
            case DELISTED -> "the list confirmed that the address is not on it any more";
            case EXPIRED -> "the entry went by itself: the list confirmed that the address is not on it any more";
            case LEFT_POOL -> "the address left the pool; the list may well go on listing it";
            case WITHDRAWN -> "nothing more is done about it";
            case REFUSED -> "the list said no";
        };
    }
}
