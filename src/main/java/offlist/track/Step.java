package offlist.track;

import offlist.dns.ResolverId;

/** What an observation calls for. */
public sealed interface Step {
    /** It says what the journal says. */
    record Nothing() implements Step {}

    /**
     * It differs: look once more, at once.
     *
     * @param notBy by another resolver than this one, where there is one
     */
    record LookAgain(ResolverId notBy) implements Step {}

    /** Enough looks agree; the list's test points have to pass, asked after the last of them. */
    record AskTestPoints(Path path) implements Step {}
}
