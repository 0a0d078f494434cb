package offlist.pool;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** A domain name without its trailing dot, in lower-case A-label form (RFC 5890). */
public record DomainName(String text) implements Target, Comparable<DomainName> {
    private static final int LONGEST = 253;
    private static final Pattern SHAPE =
            Pattern.compile("(?!-)[a-z0-9_-]{1,63}(?<!-)(\\.(?!-)[a-z0-9_-]{1,63}(?<!-))*", Pattern.CASE_INSENSITIVE);

    public DomainName {
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a domain name: " + text);
        }
    }

    /** Reads a name as people write it: any case, U-labels or A-labels, with or without the trailing dot. */
    public static DomainName parse(String text) {
        String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return new DomainName(IDN.toASCII(bare, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
    }

    @Override
    public int compareTo(DomainName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
