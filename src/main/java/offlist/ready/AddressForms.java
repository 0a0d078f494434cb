package offlist.ready;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import offlist.pool.IpAddress;

/** The ways in which programs write an address into a name. */
final class AddressForms {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");
    private static final Pattern WORD = Pattern.compile("[0-9a-z]+");
    /** Shorter ones stand in names by chance. */
    private static final int FEWEST_DIGITS = 9;

    private final IpAddress address;
    private final List<Integer> bytes;

    AddressForms(IpAddress address) {
        this.address = address;
        byte[] raw = address.bytes();
        this.bytes = IntStream.range(0, raw.length).mapToObj(i -> raw[i] & 255).toList();
    }

    boolean in(String text) {
        return address.v6() ? v6(text) : v4(text);
    }

    private boolean v4(String text) {
        List<String> numbers = all(NUMBER, text);
        return octets(numbers) || joined(numbers) || hexOctets(all(WORD, text)) || hexWhole(text);
    }

    /** All four in any order, or three neighbours in theirs. */
    private boolean octets(List<String> numbers) {
        List<Integer> values = numbers.stream()
                .map(digits -> digits.length() > 3 ? -1 : Integer.parseInt(digits))
                .toList();
        List<Integer> sorted = bytes.stream().sorted().toList();
        boolean four = windows(values, 4).stream().anyMatch(run -> sorted(run).equals(sorted));
        boolean three =
                windows(values, 3).stream().anyMatch(run -> neighbours(bytes, run) || neighbours(reversed(bytes), run));
        return four || three;
    }

    private static boolean neighbours(List<Integer> octets, List<Integer> run) {
        return Collections.indexOfSubList(octets, run) >= 0;
    }

    /** Run together, with or without leading zeros, or as one number of 32 bits. */
    private boolean joined(List<String> numbers) {
        List<String> forms = new ArrayList<>();
        for (List<Integer> order : List.of(bytes, reversed(bytes))) {
            forms.add(text(order, "%03d"));
            forms.add(text(order, "%d"));
        }
        forms.add(Long.toString(address.low()));
        return numbers.stream().anyMatch(run -> run.length() >= FEWEST_DIGITS && forms.contains(run));
    }

    private boolean hexOctets(List<String> words) {
        List<String> hex = bytes.stream().map(AddressForms::hex).toList();
        boolean lettered = hex.stream().anyMatch(two -> !two.matches("[0-9]+"));
        return lettered
                && (Collections.indexOfSubList(words, hex) >= 0
                        || Collections.indexOfSubList(words, reversed(hex)) >= 0);
    }

    private boolean hexWhole(String text) {
        return text.contains(text(bytes, "%02x")) || text.contains(text(reversed(bytes), "%02x"));
    }

    private boolean v6(String text) {
        String digits = String.join("", all(WORD, text));
        String nibbles = text(bytes, "%02x");
        String turned = new StringBuilder(nibbles).reverse().toString();
        String dashed = address.text().replace(':', '-');
        String groups = IntStream.range(0, 8)
                .mapToObj(i -> Integer.toHexString(bytes.get(2 * i) << 8 | bytes.get(2 * i + 1)))
                .collect(Collectors.joining("-"));
        return digits.contains(nibbles)
                || digits.contains(turned)
                || text.replace('.', '-').contains(dashed)
                || text.replace('.', '-').contains(groups)
                || host(digits);
    }

    /** The lower half, when it is no small number. */
    private boolean host(String digits) {
        String lower = String.format(Locale.ROOT, "%016x", address.low());
        return Long.numberOfLeadingZeros(address.low()) < 32 && digits.contains(lower);
    }

    private static String hex(int value) {
        return String.format(Locale.ROOT, "%02x", value);
    }

    private static String text(List<Integer> values, String format) {
        return values.stream()
                .map(value -> String.format(Locale.ROOT, format, value))
                .collect(Collectors.joining());
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static <T> List<List<T>> windows(List<T> items, int width) {
        return IntStream.rangeClosed(0, items.size() - width)
                .mapToObj(i -> items.subList(i, i + width))
                .toList();
    }

    private static List<Integer> sorted(List<Integer> values) {
        return values.stream().sorted().toList();
    }

    private static <T> List<T> reversed(List<T> items) {
        return items.reversed();
    }
}
