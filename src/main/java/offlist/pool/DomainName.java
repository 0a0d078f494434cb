package offlist.pool;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A domain name without its trailing dot, in lower-case A-label form (RFC 5890). Its last label is never all digits
 * (RFC 3696 section 2), so that a mistyped address does not pass for a name.
 */
public record DomainName(String text) implements Target, Comparable<DomainName> {
    private static final int LONGEST = 253;
    private static final Pattern SHAPE =
            Pattern.compile("(?:(?!-)[a-z0-9_-]{1,63}(?<!-)\\.)*(?!-)[a-z0-9_-]{1,63}(?<!-)(?<!(?:^|\\.)[0-9]{1,63})");

    public DomainName {
        text = text.toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a domain name: " + SafeText.of(text));
        }
    }

    /** Reads a name as people write it: any case, U-labels or A-labels, with or without the trailing dot. */
    public static DomainName parse(String text) {
        String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (bare.length() > LONGEST) {
            throw new IllegalArgumentException("not a domain name: " + SafeText.of(bare));
        }
        return new DomainName(ascii(bare));
    }

    public static Optional<DomainName> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static String ascii(String text) {
        try {
            return IDN.toASCII(text, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("not a domain name: " + SafeText.of(text), wrong);
        }
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
