package offlist.pool;

import java.util.regex.Pattern;

/** The name of a pool as the operator wrote it; it is a metric label and a part of paths. */
public record PoolName(String value) implements Comparable<PoolName> {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    public PoolName {
        if (!isName(value)) {
            throw new IllegalArgumentException("a pool name is letters, digits, dot, dash and underscore: " + value);
        }
    }

    public static boolean isName(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(PoolName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
