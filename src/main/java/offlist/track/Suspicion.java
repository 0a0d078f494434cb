package offlist.track;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import offlist.dns.ResolverId;
import offlist.probe.Observation;
import offlist.probe.Verdict;

/**
 * Answers that differ from the journal and agree with each other.
 *
 * @param looks how many there were
 * @param seen those that are kept as evidence, oldest first
 * @param by everybody who gave one of them
 * @param last the newest of them
 * @param text the newest TXT text among them, empty without one
 * @param moment when the newest came, in the tracker's own count
 */
record Suspicion(
        Claim claim,
        int looks,
        List<Evidence.Look> seen,
        Set<ResolverId> by,
        Observation last,
        String text,
        long moment) {
    private static final int MOST_KEPT = 6;

    static Suspicion first(Claim claim, Observation observation, long moment) {
        return new Suspicion(
                claim,
                1,
                List.of(look(observation)),
                Set.of(observation.resolver()),
                observation,
                textOf(observation),
                moment);
    }

    Suspicion again(Observation observation, long moment) {
        List<Evidence.Look> kept = new ArrayList<>(seen);
        if (kept.size() == MOST_KEPT) {
            kept.remove(1);
        }
        kept.add(look(observation));
        Set<ResolverId> everybody = new HashSet<>(by);
        everybody.add(observation.resolver());
        String newest = textOf(observation);
        return new Suspicion(claim, looks + 1, kept, everybody, observation, newest.isEmpty() ? text : newest, moment);
    }

    /** How long the answers have been the same. */
    Duration lasts() {
        return Duration.between(seen.getFirst().at(), last.asked());
    }

    Evidence evidence(java.time.Instant testedAt) {
        return new Evidence(seen, Optional.of(testedAt.truncatedTo(ChronoUnit.MILLIS)), Optional.empty());
    }

    /** The clock tells more than a reader can use. */
    private static Evidence.Look look(Observation observation) {
        return new Evidence.Look(observation.resolver(), observation.asked().truncatedTo(ChronoUnit.MILLIS));
    }

    private static String textOf(Observation observation) {
        return observation.verdict() instanceof Verdict.Listed listed ? listed.text() : "";
    }
}
