package offlist.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parsed SPF record.
 *
 * @param mechanisms in their order
 * @param redirect what takes over when nothing of the record matched and it has no `all`
 */
record SpfRecord(List<Mechanism> mechanisms, Optional<SpfTerm.Redirect> redirect) {

    /** A mechanism as written, and whether its qualifier lets mail pass. */
    record Mechanism(boolean passes, SpfTerm term, String text) {}

    private static final Pattern TERM = Pattern.compile("([+?~-]?)([A-Za-z][A-Za-z0-9._-]*)(.*)");
    private static final Pattern PREFIXES = Pattern.compile("(.*?)(?:/(\\d{1,2}))?(?://(\\d{1,3}))?");

    static boolean isSpf(String text) {
        String start = text.length() < 6 ? "" : text.substring(0, 6);
        return start.equalsIgnoreCase("v=spf1") && (text.length() == 6 || text.charAt(6) == ' ');
    }

    static SpfRecord parse(String text) throws SpfFault {
        List<Mechanism> mechanisms = new ArrayList<>();
        Optional<SpfTerm.Redirect> redirect = Optional.empty();
        for (String term : text.substring(6).split(" +", -1)) {
            if (term.isEmpty()) {
                continue;
            }
            Matcher parts = TERM.matcher(term);
            if (!parts.matches()) {
                throw wrong(term);
            }
            if (!parts.group(3).startsWith("=")) {
                mechanisms.add(mechanism(term, parts));
            } else if (parts.group(2).equalsIgnoreCase("redirect")) {
                if (redirect.isPresent()) {
                    throw new SpfFault("`redirect` stands in it twice");
                }
                redirect = Optional.of(new SpfTerm.Redirect(named(term, parts.group(3))));
            }
        }
        return new SpfRecord(mechanisms, redirect);
    }

    private static Mechanism mechanism(String term, Matcher parts) throws SpfFault {
        boolean passes = parts.group(1).isEmpty() || parts.group(1).equals("+");
        String rest = parts.group(3);
        SpfTerm parsed = switch (parts.group(2).toLowerCase(Locale.ROOT)) {
            case "all" -> all(term, rest);
            case "include" -> new SpfTerm.Include(named(term, rest));
            case "ip4" -> network(term, named(term, rest), false);
            case "ip6" -> network(term, named(term, rest), true);
            case "a" -> host(term, rest);
            case "mx" -> mx(host(term, rest));
            case "exists" -> new SpfTerm.Exists(named(term, rest));
            case "ptr" -> new SpfTerm.Ptr(rest.isEmpty() ? "" : named(term, rest));
            default -> throw wrong(term);
        };
        return new Mechanism(passes, parsed, SafeText.of(term));
    }

    private static SpfTerm all(String term, String rest) throws SpfFault {
        if (!rest.isEmpty()) {
            throw wrong(term);
        }
        return new SpfTerm.All();
    }

    private static SpfTerm.Host host(String term, String rest) throws SpfFault {
        Matcher parts = PREFIXES.matcher(rest);
        if (!parts.matches()) {
            throw wrong(term);
        }
        String domain = parts.group(1).isEmpty() ? "" : named(term, parts.group(1));
        return new SpfTerm.Host(domain, prefix(term, parts.group(2), 32), prefix(term, parts.group(3), 128));
    }

    private static SpfTerm mx(SpfTerm.Host like) {
        return new SpfTerm.Mx(like.domain(), like.prefix4(), like.prefix6());
    }

    private static SpfTerm network(String term, String text, boolean v6) throws SpfFault {
        int slash = text.indexOf('/');
        IpAddress address =
                IpAddress.tryParse(slash < 0 ? text : text.substring(0, slash)).orElseThrow(() -> wrong(term));
        boolean mapped = v6 && !address.v6();
        int width = v6 ? 128 : 32;
        int prefix = slash < 0 ? width : prefix(term, text.substring(slash + 1), width);
        if ((address.v6() && !v6) || (mapped && prefix < 96)) {
            throw wrong(term);
        }
        return new SpfTerm.Network(IpRange.network(address, mapped ? prefix - 96 : prefix));
    }

    private static int prefix(String term, @org.jspecify.annotations.Nullable String digits, int width)
            throws SpfFault {
        if (digits == null) {
            return width;
        }
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > width) {
            throw wrong(term);
        }
        return Integer.parseInt(digits);
    }

    private static String named(String term, String rest) throws SpfFault {
        if (rest.length() < 2 || (rest.charAt(0) != ':' && rest.charAt(0) != '=')) {
            throw wrong(term);
        }
        return rest.substring(1);
    }

    private static SpfFault wrong(String term) {
        return new SpfFault("`" + SafeText.of(term) + "` is not a term of SPF");
    }
}
