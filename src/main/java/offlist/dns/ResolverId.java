package offlist.dns;

/** A resolver as people name it: {@code 127.0.0.1:53}, {@code [::1]:53}. A metric label. */
public record ResolverId(String value) implements Comparable<ResolverId> {
    @Override
    public int compareTo(ResolverId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
