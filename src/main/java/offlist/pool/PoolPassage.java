package offlist.pool;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The way from one pool to another in steps, so that nobody has to take a million changes at once. Always true: between two
 * steps {@link #reached} is the pool before with exactly the changes given so far.
 */
public final class PoolPassage {
    private final Pool from;
    private final Pool to;
    private final Iterator<PoolChange> changes;
    private final Map<DomainName, PoolChange> names = new LinkedHashMap<>();
    private Pool reached;

    public PoolPassage(Pool from, Pool to) {
        this.from = from;
        this.to = to;
        this.changes = to.changesSince(from).iterator();
        this.reached = changes.hasNext() ? from : to;
    }

    /** The next changes, at most so many; none when the way is at its end. */
    public List<PoolChange> next(int most) {
        List<PoolChange> step = new ArrayList<>();
        while (step.size() < most && changes.hasNext()) {
            PoolChange change = changes.next();
            step.add(change);
            if (change.target() instanceof DomainName name) {
                names.put(name, change);
            }
        }
        if (!changes.hasNext()) {
            reached = to;
        } else if (!step.isEmpty()) {
            reached = between(step.getLast().target());
        }
        return step;
    }

    /** The pool on which one stands after the changes given so far. */
    public Pool reached() {
        return reached;
    }

    public boolean over() {
        return !changes.hasNext();
    }

    private Pool between(Target last) {
        PoolNames sets = new PoolNames();
        PoolBlocks blocks = last instanceof IpAddress address
                ? PoolBlocks.spliced(to, address, from, sets)
                : to.blocks().renumbered(to.sets(), sets);
        Map<DomainName, Integer> domains = new LinkedHashMap<>();
        from.domains()
                .forEach(
                        (name, set) -> domains.put(name, sets.number(from.sets().set(set))));
        names.forEach((name, change) -> {
            switch (change) {
                case PoolChange.Joined joined ->
                    domains.put(name, sets.number(joined.member().pools()));
                case PoolChange.Moved moved ->
                    domains.put(name, sets.number(moved.member().pools()));
                case PoolChange.Left left -> domains.remove(name);
            }
        });
        return new Pool(sets, blocks, domains);
    }
}
