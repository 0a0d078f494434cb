package offlist.delist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import offlist.catalogue.ListId;
import offlist.catalogue.Scope;
import offlist.catalogue.Severity;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.track.CloseReason;
import offlist.track.Evidence;
import offlist.track.ListedCode;
import offlist.track.Listing;
import offlist.track.Transition;
import offlist.track.Trouble;

/** A receiver's own block, seen as what a removal task is about: being on a list that nobody can ask. */
public final class PrivateListing {
    private PrivateListing() {}

    static Transition of(Trouble block) {
        Listing listing = listing(block);
        return block.over()
                ? new Transition.Closed(block.id(), block.at(), listing, Evidence.NONE)
                : new Transition.Opened(block.id(), block.at(), listing, Evidence.NONE);
    }

    /** The listing that the block is taken for. */
    public static Listing listing(Trouble block) {
        ListId receiver = new ListId(label(block, "list"));
        String words = block.lines().getFirst();
        String reason = label(block, "reason");
        return new Listing(
                block.began(),
                Target.parse(label(block, "address")),
                receiver,
                pools(block.labels()),
                severity(label(block, "severity")),
                Scope.ADDRESS,
                reason,
                List.of(new ListedCode(receiver.value(), reason, words, Optional.empty())),
                words,
                block.at(),
                block.over() ? Optional.of(block.at()) : Optional.empty(),
                block.over() ? Optional.of(CloseReason.DELISTED) : Optional.empty());
    }

    private static Severity severity(String label) {
        return List.of(Severity.values()).stream()
                .filter(severity -> severity.label().equals(label))
                .findFirst()
                .orElse(Severity.MAJOR);
    }

    private static SortedSet<PoolName> pools(Map<String, List<String>> labels) {
        SortedSet<PoolName> pools = new TreeSet<>();
        labels.getOrDefault("pool", List.of()).forEach(pool -> pools.add(new PoolName(pool)));
        return pools;
    }

    private static String label(Trouble block, String name) {
        return block.labels().getOrDefault(name, List.of("")).getFirst();
    }
}
