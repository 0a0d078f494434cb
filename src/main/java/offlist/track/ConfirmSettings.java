package offlist.track;

/**
 * How sure we want to be.
 *
 * @param looks answers in all before a difference becomes a transition, at least 1
 */
public record ConfirmSettings(int looks) {
    public static final ConfirmSettings DEFAULT = new ConfirmSettings(2);

    public ConfirmSettings {
        if (looks < 1) {
            throw new IllegalArgumentException("at least one look, not " + looks);
        }
    }
}
