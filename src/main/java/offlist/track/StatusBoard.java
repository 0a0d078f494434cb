package offlist.track;

import java.util.List;
import java.util.Optional;
import offlist.pool.Target;
import offlist.probe.Pair;

/** Where pages, API and metrics look; reading it never waits for the checks. */
public interface StatusBoard {
    Status now();

    /** The state of a target on every list that is asked about it; empty when it is in no pool. */
    List<PairStatus> pairs(Target target);

    /** What an answer about the pair is compared with; empty when its target is in no pool. */
    Optional<Held> held(Pair pair);
}
