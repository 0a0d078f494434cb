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
    private final List<IpRange> ranges = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    private AddressFile(PoolLimits limits) {
        this.limits = limits;
    }

    static Yield read(String name, String text, PoolLimits limits) {
        AddressFile file = new AddressFile(limits);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            file.line(i + 1, i == 0 ? withoutMark(lines.get(i)) : lines.get(i));
        }
        return file.mistakes.isEmpty()
                ? Yield.Members.of(RangeSet.of(file.ranges))
                : new Yield.Failed(name + ": " + file.complaint());
    }

    private void line(int number, String raw) {
        int comment = raw.indexOf('#');
        String entry = (comment < 0 ? raw : raw.substring(0, comment)).strip();
        if (entry.isEmpty()) {
            return;
        }
        try {
            IpRange range = IpRange.parse(SafeText.of(entry));
            limits.refuses(range).ifPresentOrElse(why -> mistake(number, why), () -> ranges.add(range));
        } catch (IllegalArgumentException wrong) {
            mistake(number, String.valueOf(wrong.getMessage()));
        }
    }

    private void mistake(int number, String why) {
        mistakes.add("line " + number + ": " + why);
    }

    private String complaint() {
        String first = String.join("; ", mistakes.subList(0, Math.min(NAMED, mistakes.size())));
        int more = mistakes.size() - NAMED;
        return more > 0 ? first + "; and " + more + " more" : first;
    }

    private static String withoutMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }
}
