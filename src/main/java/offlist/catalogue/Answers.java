package offlist.catalogue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds for the answers of every list, whatever its own table says. An answer is an IPv4 address in an int. */
public final class Answers {

    private static final int LOCALHOST = 0x7F000001;

    private static final Pattern DOTTED = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    private Answers() {}

    /** An answer written with dots, or nothing when the text is none. */
    public static Optional<Integer> parse(String text) {
        Matcher dotted = DOTTED.matcher(text);
        if (!dotted.matches()) {
            return Optional.empty();
        }
        int answer = 0;
        for (int part = 1; part <= 4; part++) {
            int octet = Integer.parseInt(dotted.group(part));
            if (octet > 255) {
                return Optional.empty();
            }
            answer = answer << 8 | octet;
        }
        return Optional.of(answer);
    }

    /** An answer outside 127.0.0.0/8 is never a listing: a parked domain, a wildcard, a captive resolver. */
    public static boolean outsideLoopback(int ipv4) {
        return ipv4 >>> 24 != 127;
    }

    /** 127.255.255.0/24 says that the list did not take the question. */
    public static boolean inErrorRange(int ipv4) {
        return ipv4 >>> 8 == 0x7FFFFF;
    }

    /** 127.0.0.1 is a refusal unless the table of the list names it. */
    public static boolean localhost(int ipv4) {
        return ipv4 == LOCALHOST;
    }
}
