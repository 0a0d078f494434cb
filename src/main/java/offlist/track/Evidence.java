package offlist.track;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.dns.ResolverId;

/**
 * Why a transition was believed.
 *
 * @param looks the answers that agreed, oldest first; of many the first and the newest
 * @param testedAt when the list's test points, asked after the last look, had passed by the same path
 * @param wave what many transitions of the list within one turn have in common, empty for one alone
 */
public record Evidence(List<Look> looks, Optional<Instant> testedAt, Optional<String> wave) {
    /** Of what the operator decided: nobody had to be asked. */
    public static final Evidence NONE = new Evidence(List.of(), Optional.empty(), Optional.empty());

    public Evidence {
        looks = List.copyOf(looks);
    }

    /** An answer and who gave it. */
    public record Look(ResolverId resolver, Instant at) {}

    Evidence in(Optional<String> wave) {
        return new Evidence(looks, testedAt, wave);
    }
}
