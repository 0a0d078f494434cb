package offlist.probe;

import java.time.Duration;
import java.time.Instant;
import offlist.dns.ResolverId;

/**
 * One verdict as it was seen.
 *
 * @param asked when the question left
 * @param took until the verdict stood
 * @param raw the answer in words without any key: {@code 127.0.0.2, 127.0.0.4}, {@code NXDOMAIN}, {@code timeout}
 */
public record Observation(Pair pair, Verdict verdict, ResolverId resolver, Instant asked, Duration took, String raw) {
    /** The same of a list that cannot be believed: what it answered stays to be seen, and tells nothing. */
    public Observation notBelieved() {
        return new Observation(pair, new Verdict.Failed(Verdict.Cause.NOT_BELIEVED), resolver, asked, took, raw);
    }
}
