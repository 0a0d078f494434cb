package offlist.schedule;

/**
 * The short way to ask what a lane asks turn by turn, when nothing is held about the target: it makes no {@link Ask}.
 * Whoever asks tells the {@link Lane} by {@link Lane#answered}.
 */
public interface Sweep {
    /** How many questions may leave now. */
    int room();

    /** Asks about the target in a slot. */
    void ask(int slot, long high, long low);

    /** Nothing more is asked this way. */
    void end();
}
