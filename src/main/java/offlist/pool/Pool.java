package offlist.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All members at one moment, each target once. Immutable. */
public final class Pool {
    public static final Pool EMPTY = new Pool(List.of());

    private final Map<Target, PoolMember> members = new LinkedHashMap<>();

    public Pool(Collection<PoolMember> members) {
        members.forEach(member -> this.members.put(member.target(), member));
    }

    public Collection<PoolMember> members() {
        return java.util.Collections.unmodifiableCollection(members.values());
    }

    public Optional<PoolMember> member(Target target) {
        return Optional.ofNullable(members.get(target));
    }

    public int size() {
        return members.size();
    }

    /** What happened between an earlier pool and this one. */
    public List<PoolChange> changesSince(Pool before) {
        List<PoolChange> changes = new ArrayList<>();
        for (PoolMember member : members.values()) {
            PoolMember known = before.members.get(member.target());
            if (known == null) {
                changes.add(new PoolChange.Joined(member));
            } else if (!known.pools().equals(member.pools())) {
                changes.add(new PoolChange.Moved(member));
            }
        }
        for (PoolMember member : before.members.values()) {
            if (!members.containsKey(member.target())) {
                changes.add(new PoolChange.Left(member));
            }
        }
        return changes;
    }
}
