package offlist.track;

/**
 * How sure we want to be, and from when on much of the same is one story.
 *
 * @param looks answers in all before a difference becomes a transition, at least 1
 */
public record ConfirmSettings(int looks, Flapping flapping, Mass mass) {
    public static final ConfirmSettings DEFAULT = new ConfirmSettings(2, Flapping.DEFAULT, Mass.DEFAULT);

    public ConfirmSettings {
        if (looks < 1) {
            throw new IllegalArgumentException("at least one look, not " + looks);
        }
    }
}
