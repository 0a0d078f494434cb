package offlist.pool;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The macros of RFC 7208 section 7. */
final class SpfMacros {
    private static final Pattern MACRO = Pattern.compile("%(?:([%_-])|\\{([A-Za-z])(\\d{0,3})([rR]?)([.+,/_=-]*)})");

    private SpfMacros() {}

    /** The part that does not depend on a message: the domain itself. What is left with a percent sign in it does. */
    static String expand(String spec, DomainName domain) {
        return spec.replace("%{d}", domain.text()).replace("%{D}", domain.text());
    }

    /** What is known of mail that the domain sends from the address; {@code d} changes from record to record. */
    static Map<Character, String> values(DomainName domain, IpAddress address, List<DomainName> helo) {
        Map<Character, String> values = new HashMap<>();
        values.put('o', domain.text());
        values.put('d', domain.text());
        values.put('i', address.v6() ? nibbles(address) : address.text());
        values.put('v', address.v6() ? "ip6" : "in-addr");
        if (helo.size() == 1) {
            values.put('h', helo.getFirst().text());
        }
        return values;
    }

    private static String nibbles(IpAddress address) {
        return String.join(".", HexFormat.of().formatHex(address.bytes()).split(""));
    }

    /**
     * All of it, as far as the values are known.
     *
     * @param values by lower-case letter
     * @return empty when the spec needs another letter or has a percent sign that begins no macro
     */
    static Optional<String> expand(String spec, Map<Character, String> values) {
        StringBuilder expanded = new StringBuilder();
        Matcher macro = MACRO.matcher(spec);
        int from = 0;
        while (macro.find()) {
            Optional<String> value =
                    macro.group(1) != null ? Optional.of(literal(macro.group(1))) : value(macro, values);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            expanded.append(spec, from, macro.start()).append(value.get());
            from = macro.end();
        }
        boolean stray = MACRO.matcher(spec).replaceAll("").contains("%");
        return stray
                ? Optional.empty()
                : Optional.of(expanded.append(spec.substring(from)).toString());
    }

    private static String literal(String sign) {
        return switch (sign) {
            case "%" -> "%";
            case "_" -> " ";
            default -> "%20";
        };
    }

    private static Optional<String> value(Matcher macro, Map<Character, String> values) {
        char letter = macro.group(2).toLowerCase(Locale.ROOT).charAt(0);
        return Optional.ofNullable(values.get(letter))
                .map(value -> parts(value, macro.group(3), !macro.group(4).isEmpty(), macro.group(5)));
    }

    /** Section 7.3: split at the delimiters, turned round, the last so many of them, joined by dots. */
    private static String parts(String value, String digits, boolean reversed, String delimiters) {
        String at = delimiters.isEmpty() ? "." : delimiters;
        List<String> parts = Arrays.asList(value.split("[" + Pattern.quote(at) + "]", -1));
        if (reversed) {
            Collections.reverse(parts);
        }
        int most = digits.isEmpty() || digits.equals("0") ? parts.size() : Integer.parseInt(digits);
        return String.join(".", parts.subList(Math.max(0, parts.size() - most), parts.size()));
    }
}
