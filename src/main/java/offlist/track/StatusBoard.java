package offlist.track;

import java.util.List;
import offlist.pool.Target;

/** Where pages, API and metrics look; reading it never waits for the checks. */
public interface StatusBoard {
    Status now();

    /** The state of a target on every list that is asked about it; empty when it is in no pool. */
    List<PairStatus> pairs(Target target);
}
