package offlist.catalogue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One part of an address pattern: a number, a range {@code a-b}, or {@code *} for any. */
public record Octets(int low, int high) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");
    private static final Octets ANY = new Octets(0, 255);

    /** Refuses what does not fit into an octet. */
    public Octets {
        if (low < 0 || low > high || high > 255) {
            throw new IllegalArgumentException("no range of octets: " + low + "-" + high);
        }
    }

    static Optional<Octets> parse(String text) {
        if (text.equals("*")) {
            return Optional.of(ANY);
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int low = Integer.parseInt(form.group(1));
        int high = form.group(2) == null ? low : Integer.parseInt(form.group(2));
        return low <= high && high <= 255 ? Optional.of(new Octets(low, high)) : Optional.empty();
    }

    boolean matches(int octet) {
        return low <= octet && octet <= high;
    }

    boolean covers(Octets other) {
        return low <= other.low && other.high <= high;
    }

    boolean any() {
        return low == 0 && high == 255;
    }

    @Override
    public String toString() {
        return any() ? "*" : low == high ? String.valueOf(low) : low + "-" + high;
    }
}
