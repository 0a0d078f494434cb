package offlist.pool;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Why a text is no name, in words; empty when it is one or the reason is not one of the usual. */
    public static Optional<String> fault(String text) {
        String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return bare.length() > LONGEST
                ? Optional.of("a name has at most " + LONGEST + " characters")
                : Stream.of(bare.split("[.\u3002]", -1))
                        .flatMap(label -> labelFault(label).stream())
                        .findFirst();
    }

    private static Optional<String> labelFault(String label) {
        String shown = "`" + SafeText.of(label) + "`";
        if (label.isEmpty()) {
            return Optional.of("there is an empty label in it");
        }
        if (label.startsWith("-") || label.endsWith("-")) {
            return Optional.of("the label " + shown + " begins or ends with a hyphen");
        }
        if (!label.codePoints().allMatch(c -> c == '-' || c == '_' || Character.isLetterOrDigit(c) || isMark(c))) {
            return Optional.of("the label " + shown + " has a character that no name has");
        }
        return tryParse(label + ".example").isPresent()
                ? Optional.empty()
                : Optional.of("the label " + shown + " does not fit into the 63 characters of DNS");
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** What is odd about a name that is one: letters of several alphabets in a label are often somebody's trick. */
    public static Optional<String> oddity(String text) {
        return Stream.of(text.split("\\."))
                .filter(DomainName::mixed)
                .findFirst()
                .map(label -> "has letters of several alphabets in one label: is it the name you mean?");
    }

    /** Chinese, Japanese and Korean are written with several; a Latin letter beside another alphabet is the trick. */
    private static boolean mixed(String label) {
        Set<Character.UnicodeScript> scripts = IDN.toUnicode(label)
                .codePoints()
                .mapToObj(Character.UnicodeScript::of)
                .collect(Collectors.toSet());
        return scripts.contains(Character.UnicodeScript.CYRILLIC) && scripts.contains(Character.UnicodeScript.LATIN)
                || scripts.contains(Character.UnicodeScript.GREEK) && scripts.contains(Character.UnicodeScript.LATIN)
                || scripts.contains(Character.UnicodeScript.CYRILLIC)
                        && scripts.contains(Character.UnicodeScript.GREEK);
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
