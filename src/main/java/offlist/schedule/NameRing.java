package offlist.schedule;

import java.util.Arrays;
import java.util.Objects;
import offlist.pool.DomainName;
import offlist.pool.Target;
import org.jspecify.annotations.Nullable;

/** Domain names. */
final class NameRing extends Ring {
    private @Nullable DomainName[] names = new @Nullable DomainName[0];

    @Override
    long high(int slot) {
        throw new UnsupportedOperationException("a name is no number");
    }

    @Override
    long low(int slot) {
        throw new UnsupportedOperationException("a name is no number");
    }

    @Override
    int room() {
        return names.length;
    }

    @Override
    void room(int slots) {
        names = Arrays.copyOf(names, slots);
    }

    @Override
    void put(int slot, Target target) {
        if (!(target instanceof DomainName name)) {
            throw new IllegalArgumentException("not a domain name: " + target);
        }
        names[slot] = name;
    }

    @Override
    void clear(int slot) {
        names[slot] = null;
    }

    @Override
    Target make(int slot) {
        return Objects.requireNonNull(names[slot]);
    }

    @Override
    boolean holds(int slot, Target target) {
        return make(slot).equals(target);
    }

    @Override
    int hash(int slot) {
        return make(slot).hashCode();
    }

    @Override
    int hash(Target target) {
        return target.hashCode();
    }
}
