package offlist.events;

/** The channel did not take an entry. The message names the kind of the cause alone, so that it is the same at each attempt. */
public final class NotTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotTakenException(Throwable cause) {
        super("the channel takes no events (" + root(cause).getClass().getSimpleName() + ")", cause);
    }

    private static Throwable root(Throwable failure) {
        Throwable deeper = failure.getCause();
        return deeper == null ? failure : root(deeper);
    }
}
