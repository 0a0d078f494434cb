package offlist.triage;

import java.util.List;
import java.util.concurrent.CompletionStage;
import offlist.pool.IpAddress;

/** Asks all lists about an address now, within what they allow. */
@FunctionalInterface
public interface ListLook {
    /** Each list that is asked, once; completes when all have answered or their time is over. */
    CompletionStage<List<ListState>> of(IpAddress address);
}
