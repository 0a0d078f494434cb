package offlist.dns;

/**
 * Hears what became of the questions of one route: each one is told once. {@code slot}, {@code high} and {@code low} are
 * what it was asked with.
 */
public interface HotReplies {
    /**
     * The name does not exist, and nothing else is said.
     *
     * @param took nanoseconds
     * @return false to be given the reply itself by {@link #other}
     */
    boolean noSuchName(int slot, long took);

    /** Any other reply to the question, not read yet. */
    void other(int slot, long high, long low, long took, byte[] reply);

    /** A reply repeats the question but for the case of its letters: it is not believed, and the question has to be asked again. */
    void again(int slot, long high, long low, long took);

    /** None came in time, or none will: {@code cause} is TIMEOUT or NETWORK. */
    void lost(int slot, long high, long low, long took, Answer.Cause cause);
}
