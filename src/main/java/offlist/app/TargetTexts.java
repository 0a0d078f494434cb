package offlist.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.IpRange;
import offlist.pool.Target;

/** Targets as people type them: addresses, ranges, CIDRs, domain names. */
final class TargetTexts {
    private static final int MOST = 4096;

    private TargetTexts() {}

    /** @throws CommandError naming everything that is no target */
    static List<Target> parse(List<String> texts) {
        Set<Target> targets = new LinkedHashSet<>();
        List<String> wrong = new ArrayList<>();
        for (String text : texts) {
            try {
                add(text, targets);
            } catch (IllegalArgumentException e) {
                wrong.add("`" + text + "` is no address, range or domain name");
            }
        }
        if (targets.size() > MOST) {
            wrong.add("these are more than " + MOST + " targets: for whole networks run the daemon");
        }
        if (!wrong.isEmpty()) {
            throw new CommandError(CommandError.Exit.USAGE, wrong);
        }
        return List.copyOf(targets);
    }

    private static void add(String text, Set<Target> targets) {
        if (text.matches("[0-9./]+|.*:.*") || text.matches("[0-9.]+\\s*-\\s*[0-9.]+")) {
            IpRange range = IpRange.parse(text);
            if (range.size().intValue() > MOST || range.size().bitLength() > 31) {
                throw new CommandError(
                        CommandError.Exit.USAGE,
                        "`" + text + "` has " + range.size() + " addresses, more than " + MOST
                                + ": for whole networks run the daemon");
            }
            for (IpAddress address = range.first(); ; address = address.next().orElseThrow()) {
                targets.add(address);
                if (address.equals(range.last())) {
                    return;
                }
            }
        }
        if (!text.contains(".")) {
            throw new IllegalArgumentException(text);
        }
        targets.add(DomainName.parse(text));
    }
}
