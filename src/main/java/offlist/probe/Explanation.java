package offlist.probe;

import java.util.List;
import offlist.dns.ResolverId;

/**
 * Why a check ended as it did, from question to verdict. Holds no key.
 *
 * @param health of the list by the same path at the same time
 */
public record Explanation(Pair pair, ResolverId resolver, List<Step> steps, Verdict verdict, Health health) {
    public Explanation {
        steps = List.copyOf(steps);
    }

    /**
     * One line of it.
     *
     * @param what {@code question}, {@code resolver}, {@code answer}, {@code rule}, {@code text}, {@code test point},
     *     {@code health} or {@code verdict}
     */
    public record Step(String what, String says) {}
}
