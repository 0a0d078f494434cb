package offlist.pool;

/** What happened to the membership of one target. */
public sealed interface PoolChange {
    Target target();

    /** The target is in the pool for the first time, or again. */
    record Joined(PoolMember member) implements PoolChange {
        @Override
        public Target target() {
            return member.target();
        }
    }

    /** The target is in other pools than before, and still in one. */
    record Moved(PoolMember member) implements PoolChange {
        @Override
        public Target target() {
            return member.target();
        }
    }

    /** The target is in no pool any more. */
    record Left(PoolMember member) implements PoolChange {
        @Override
        public Target target() {
            return member.target();
        }
    }
}
