package offlist.track;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import offlist.probe.Health;
import offlist.probe.Verdict;

/**
 * What an answer leads to, were it taken now: for people who ask why something does or does not happen.
 *
 * @param words one sentence
 */
public record Outlook(What what, String words) {
    /** The kinds of consequences. */
    public enum What {
        /** It says what is recorded. */
        NOTHING,
        /** It says what is recorded and ends a suspicion. */
        DROPS_SUSPICION,
        LOOKS_AGAIN,
        OPENS,
        CHANGES,
        CLOSES,
        /** A flapping listing closes only when nothing else was said for a while. */
        WAITS_FOR_CALM,
        /** A transition of the pair is being recorded. */
        WAITS_FOR_RECORD,
        /** The answer tells nothing. */
        STAYS_UNKNOWN,
        /** The list is not to be believed by this path. */
        NOT_BELIEVED,
        /** Nobody watches the pair. */
        NOT_WATCHED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The consequence.
     *
     * @param held empty when the pair is not watched
     * @param health of the list by the path of the answer
     * @param asked when the question left
     */
    public static Outlook of(Optional<Held> held, Verdict verdict, Health health, Instant asked) {
        if (held.isEmpty()) {
            return new Outlook(What.NOT_WATCHED, "nothing: this address is not watched on this list");
        }
        String stays = stays(held.get());
        if (!verdict.definite()) {
            return new Outlook(What.STAYS_UNKNOWN, "nothing: the answer tells nothing, so " + stays);
        }
        if (!health.believable() && health.state() != Health.State.UNVERIFIED) {
            return new Outlook(
                    What.NOT_BELIEVED,
                    "nothing: the list is not to be believed by this path ("
                            + health.state().label().replace('_', ' ') + "), so " + stays);
        }
        return definite(held.get(), Claim.of(verdict), asked);
    }

    private static String stays(Held held) {
        return held.codes().isPresent() ? "the listing stays open" : "no listing opens";
    }

    private static Outlook definite(Held held, Claim claim, Instant asked) {
        if (held.settling()) {
            return new Outlook(What.WAITS_FOR_RECORD, "nothing yet: a transition of this pair is being recorded");
        }
        if (claim.equals(Claim.ofAnswers(held.codes()))) {
            return held.suspicion().isEmpty()
                    ? new Outlook(What.NOTHING, "nothing: it says what is recorded")
                    : new Outlook(What.DROPS_SUSPICION, "it says what is recorded and ends the suspicion");
        }
        Optional<Suspected> same = held.suspicion()
                .filter(before -> Claim.ofAnswers(before.codes()).equals(claim));
        int look = same.map(Suspected::looks).orElse(0) + 1;
        if (look < held.looks()) {
            return new Outlook(
                    What.LOOKS_AGAIN,
                    "look " + look + " of " + held.looks() + " that says " + says(claim)
                            + ": asked again at once, by another resolver where there is one");
        }
        Duration lasts =
                same.map(before -> Duration.between(before.since(), asked)).orElse(Duration.ZERO);
        if (held.flapping() && claim.equals(Claim.CLEAN) && lasts.compareTo(held.calm()) < 0) {
            return new Outlook(
                    What.WAITS_FOR_CALM,
                    "nothing yet: the listing is flapping and closes after "
                            + held.calm().toMinutes() + " min without a listed answer");
        }
        return transition(held, claim, look);
    }

    private static Outlook transition(Held held, Claim claim, int look) {
        String looks = "look " + Math.min(look, held.looks()) + " of " + held.looks();
        String when = looks + " that says " + says(claim) + ": when the list's test points pass after it, ";
        if (held.codes().isEmpty()) {
            return new Outlook(What.OPENS, when + "a listing opens");
        }
        return claim.equals(Claim.CLEAN)
                ? new Outlook(What.CLOSES, when + "the listing closes")
                : new Outlook(What.CHANGES, when + "the listing changes its codes");
    }

    private static String says(Claim claim) {
        return claim instanceof Claim.Listed listed
                ? "listed with " + String.join(", ", listed.answers())
                : "not listed";
    }
}
