package offlist.pool;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text of a pool file: one address, range or CIDR a line, {@code #} begins a comment. The file is taken as a
 * whole or not at all: an address lost to a slip of the pen would stop being watched in silence.
 */
final class AddressFile {
    private static final int NAMED = 3;

    private final PoolLimits limits;
    private final RangeCollector ranges = new RangeCollector();
    private final List<String> mistakes = new ArrayList<>();
    private int lines;
    private int wrong;

    private AddressFile(PoolLimits limits) {
        this.limits = limits;
    }

    static Yield read(String name, String text, PoolLimits limits) {
        AddressFile file = new AddressFile(limits);
        withoutMark(text).lines().forEach(file::line);
        return file.mistakes.isEmpty()
                ? Yield.Members.of(file.ranges.set())
                : new Yield.Failed(name + ": " + file.complaint());
    }

    private void line(String raw) {
        lines++;
        int comment = raw.indexOf('#');
        String entry = (comment < 0 ? raw : raw.substring(0, comment)).strip();
        if (entry.isEmpty()) {
            return;
        }
        try {
            IpRange range = IpRange.parse(SafeText.of(entry));
            limits.refuses(range).ifPresentOrElse(this::mistake, () -> ranges.add(range));
        } catch (IllegalArgumentException wrong) {
            mistake(String.valueOf(wrong.getMessage()));
        }
    }

    private void mistake(String why) {
        wrong++;
        if (mistakes.size() < NAMED) {
            mistakes.add("line " + lines + ": " + why);
        }
    }

    private String complaint() {
        String first = String.join("; ", mistakes);
        int more = wrong - NAMED;
        return more > 0 ? first + "; and " + more + " more" : first;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
