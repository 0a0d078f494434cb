package offlist.web;

import java.util.ArrayList;
import java.util.List;
import offlist.pool.IpAddress;
import offlist.pool.Target;

/** An alert of somebody else's about an address of ours is a reason to ask the lists about it sooner than its turn. */
final class AlertmanagerAnswers {
    private static final int MOST_TARGETS = 256;

    private final Sources sources;

    AlertmanagerAnswers(Sources sources) {
        this.sources = sources;
    }

    /** Does not wait for the answers: what they find is told as ever. */
    AlertmanagerView take(String body) {
        List<Target> checking = new ArrayList<>();
        List<String> notOurs = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (IpAddress address : AlertmanagerBody.addresses(body)) {
            if (sources.board().now().pool().pools(address).isEmpty()) {
                notOurs.add(address.text());
            } else if (checking.size() < MOST_TARGETS) {
                checking.add(address);
            } else {
                left.add(address.text());
            }
        }
        if (!checking.isEmpty()) {
            sources.checks().named(checking);
        }
        return new AlertmanagerView(checking.stream().map(Target::text).toList(), notOurs, left);
    }
}
