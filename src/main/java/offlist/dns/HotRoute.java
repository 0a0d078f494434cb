package offlist.dns;

/**
 * The questions of one list through one server. Made by {@link HotPath#route}; only the thread of the hot path touches it.
 */
public final class HotRoute {
    final HotServer server;
    final QuestionTemplate template;
    final long timeout;
    final HotReplies replies;
    final Window window;
    /** The questions under way, oldest first, and the oldest of them that is not overdue. */
    int oldest = InFlight.NONE;

    int youngest = InFlight.NONE;
    int oldestInTime = InFlight.NONE;
    /** When the youngest of the questions left that have been answered, on the clock of the hot path. */
    long newestAnswered = Long.MIN_VALUE;

    boolean retired;

    HotRoute(HotServer server, QuestionTemplate template, long timeout, HotReplies replies, int largestWindow) {
        this.server = server;
        this.template = template;
        this.timeout = timeout;
        this.replies = replies;
        this.window = Window.open(largestWindow);
    }

    /** How many questions may be without an answer at a time now, by the list and by the server. */
    public int window() {
        return Math.min(window.size(), server.window.size());
    }
}
