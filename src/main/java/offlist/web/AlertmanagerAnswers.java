package offlist.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import offlist.catalogue.ChosenList;
import offlist.catalogue.ListId;
import offlist.pool.IpAddress;
import offlist.pool.Target;

/** An alert of somebody else's about an address of ours is a reason to ask the lists about it now. */
final class AlertmanagerAnswers {
    private static final int MOST_PAIRS = 2_000;

    private final Sources sources;

    AlertmanagerAnswers(Sources sources) {
        this.sources = sources;
    }

    /** Does not wait for the answers: what they find is told as ever. */
    AlertmanagerView take(String body) {
        Set<ListId> lists = sources.setup().selection().asked().stream()
                .map(ChosenList::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        int most = Math.min(CheckAnswers.MOST_TARGETS, MOST_PAIRS / Math.max(1, lists.size()));
        List<Target> checking = new ArrayList<>();
        List<String> notOurs = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (IpAddress address : AlertmanagerBody.addresses(body)) {
            if (sources.board().now().pool().pools(address).isEmpty()) {
                notOurs.add(address.text());
            } else if (checking.size() < most) {
                checking.add(address);
            } else {
                left.add(address.text());
            }
        }
        if (!checking.isEmpty() && !lists.isEmpty()) {
            sources.checks().checkNow(checking, lists);
        }
        return new AlertmanagerView(checking.stream().map(Target::text).toList(), notOurs, left);
    }
}
