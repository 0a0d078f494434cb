package offlist.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.pool.IpAddress;
import offlist.reply.FoundAddress.Place;

/** Finds the addresses in a text that can be a sender's: whole ones, none of a list's answers, not the server's own. */
final class Addresses {
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";

    /** Not a part of a name, of a longer number or of a range; a full stop may follow. */
    private static final Pattern V4 =
            Pattern.compile("(?<![\\w.-])" + OCTET + "(?:\\." + OCTET + "){3}(?![\\w-]|\\.\\w|/\\d)");

    private static final Pattern V6 = Pattern.compile(
            "(?<![\\w.:-])(?:IPv6:)?(?<v6>[0-9a-f]{0,4}:(?:[0-9a-f]{0,4}:){1,7}(?:[0-9a-f]{1,4}|" + OCTET + "(?:\\."
                    + OCTET + "){3})?)(?![\\w:-]|\\.\\w|/\\d)",
            Pattern.CASE_INSENSITIVE);

    /** Behind one of these stands a version; not behind a server. */
    private static final Pattern VERSION =
            Pattern.compile("(?:\\b(?:version|ver\\.?|release|build)|[a-z]/)\\s?$", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final Optional<String> remote;
    private final List<FoundAddress> found = new ArrayList<>();

    private Addresses(String text, Optional<String> remote) {
        this.text = text;
        this.remote = remote.map(name -> name.toLowerCase(Locale.ROOT));
    }

    /**
     * All addresses, the best first and each once.
     *
     * @param expected what stands where the rule expects the address
     */
    static List<FoundAddress> in(String text, List<String> expected, Optional<String> remote) {
        Addresses addresses = new Addresses(text, remote);
        expected.forEach(addresses::expected);
        addresses.all(V4, 0);
        if (text.indexOf(':') >= 0) {
            addresses.all(V6, 1);
        }
        List<FoundAddress> sorted = new ArrayList<>();
        for (Place place : Place.values()) {
            addresses.found.stream().filter(each -> each.place() == place).forEach(each -> once(sorted, each));
        }
        return sorted;
    }

    private static void once(List<FoundAddress> sorted, FoundAddress each) {
        if (sorted.stream().noneMatch(before -> before.address().equals(each.address()))) {
            sorted.add(each);
        }
    }

    /** Gmail puts a number behind the address: only the first word counts. */
    private void expected(String captured) {
        String word = captured.strip().split("[\\s,]", 2)[0];
        String bare = word.regionMatches(true, 0, "IPv6:", 0, 5) ? word.substring(5) : word;
        sendable(bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare)
                .ifPresent(address -> found.add(new FoundAddress(address, Place.RULE)));
    }

    private void all(Pattern pattern, int group) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            Optional<IpAddress> address = sendable(matcher.group(group));
            if (address.isPresent() && !version(matcher.start()) && !theirs(matcher.start())) {
                found.add(new FoundAddress(address.get(), inLink(matcher.start()) ? Place.URL : Place.TEXT));
            }
        }
    }

    /** Loopback is what lists answer with, and no address that can send to somebody else. */
    private static Optional<IpAddress> sendable(String word) {
        return IpAddress.tryParse(word).filter(Predicate.not(Addresses::nobody));
    }

    private static boolean nobody(IpAddress address) {
        if (address.v6()) {
            long prefix = address.high() >>> 48;
            return address.high() == 0 || (prefix & 0xFFC0) == 0xFE80 || (prefix & 0xFF00) == 0xFF00;
        }
        int first = (int) (address.low() >>> 24);
        return first == 0 || first == 127 || first >= 224;
    }

    private boolean version(int at) {
        return !inLink(at)
                && VERSION.matcher(text.substring(Math.max(0, at - 10), at)).find();
    }

    /** {@code mx.example.net [192.0.2.1]}, when that is the host that speaks. */
    private boolean theirs(int at) {
        int end = at;
        while (end > 0 && " [(".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end == at || remote.isEmpty()) {
            return false;
        }
        int start = Math.max(0, end - remote.get().length());
        return text.substring(start, end).toLowerCase(Locale.ROOT).equals(remote.get());
    }

    private boolean inLink(int at) {
        int word = at;
        while (word > 0 && text.charAt(word - 1) > ' ' && at - word < 300) {
            word--;
        }
        String before = text.substring(word, at);
        return before.contains("://") || before.contains("www.") || before.contains("/") && before.contains("?");
    }
}
