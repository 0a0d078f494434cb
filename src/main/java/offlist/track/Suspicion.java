package offlist.track;

import offlist.probe.Observation;

/**
 * Answers that differ from the journal and agree with each other.
 *
 * @param looks how many there were
 * @param last the newest of them
 * @param text the newest TXT text among them, empty without one
 */
record Suspicion(Claim claim, int looks, Observation last, String text) {

    static Suspicion first(Claim claim, Observation observation) {
        return new Suspicion(claim, 1, observation, textOf(observation));
    }

    Suspicion again(Observation observation) {
        String newest = textOf(observation);
        return new Suspicion(claim, looks + 1, observation, newest.isEmpty() ? text : newest);
    }

    private static String textOf(Observation observation) {
        return observation.verdict() instanceof offlist.probe.Verdict.Listed listed ? listed.text() : "";
    }
}
