package offlist.dns;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and prints the address of a server; never asks DNS for it. */
final class ResolverAddress {
    private static final int DEFAULT_PORT = 53;
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern V4 = Pattern.compile("(" + OCTET + "(?:\\." + OCTET + "){3})(?::(\\d{1,5}))?");
    private static final Pattern V6 =
            Pattern.compile("((?=[0-9A-Fa-f.]*:)[0-9A-Fa-f:.]{2,45}(?:%[0-9A-Za-z_.-]{1,15})?)");
    private static final Pattern V6_PORT = Pattern.compile("\\[" + V6.pattern() + "](?::(\\d{1,5}))?");
    private static final Pattern ZEROS = Pattern.compile("(?:^|:)(?:0(?::|$)){2,}");

    private ResolverAddress() {}

    static Optional<InetSocketAddress> parse(String text) {
        for (Pattern form : new Pattern[] {V4, V6_PORT, V6}) {
            Matcher match = form.matcher(text);
            if (match.matches()) {
                return at(match.group(1), match.groupCount() < 2 ? null : match.group(2));
            }
        }
        return Optional.empty();
    }

    private static Optional<InetSocketAddress> at(String address, @Nullable String port) {
        int number = port == null ? DEFAULT_PORT : Integer.parseInt(port);
        if (number < 1 || number > 65_535) {
            return Optional.empty();
        }
        try {
            // Both forms begin with a digit or hold a colon, so this reads a literal and asks nobody.
            return Optional.of(new InetSocketAddress(InetAddress.getByName(address), number));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    static String print(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        String text =
                host instanceof Inet6Address ? "[" + compress(host.getHostAddress()) + "]" : host.getHostAddress();
        return text + ":" + address.getPort();
    }

    /** RFC 5952 section 4.2: the longest run of zero groups, the first of equals. */
    private static String compress(String groups) {
        String longest = "";
        Matcher runs = ZEROS.matcher(groups);
        while (runs.find()) {
            longest = zeros(runs.group()) > zeros(longest) ? runs.group() : longest;
        }
        return longest.isEmpty() ? groups : groups.replaceFirst(Pattern.quote(longest), "::");
    }

    private static long zeros(String run) {
        return run.chars().filter(c -> c == '0').count();
    }
}
