package offlist.track;

import java.time.Instant;
import offlist.probe.Pair;

/**
 * The number a list gave a target.
 *
 * @param at when it was asked
 */
public record PairScore(Pair pair, int value, Instant at) {}
