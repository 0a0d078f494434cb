package offlist.local;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import offlist.catalogue.Kind;

/**
 * The content of one file. Takes 8 bytes for an IPv4 range, 12 for an IPv6 one up to /64 and 20 for a longer one, and some
 * 200 for each different text. Threads may share it.
 */
public final class LocalZone {
    private final Set<Kind> kinds;
    private final V4Ranges v4;
    private final V6Ranges v6;
    private final AnswerTable answers;
    private final Texts texts;
    private final boolean verbatim;

    LocalZone(Set<Kind> kinds, V4Ranges v4, V6Ranges v6, AnswerTable answers, Texts texts, boolean verbatim) {
        this.kinds = Set.copyOf(kinds);
        this.v4 = v4;
        this.v6 = v6;
        this.answers = answers;
        this.texts = texts;
        this.verbatim = verbatim;
    }

    /** Whether the file lists an address; makes no object. An IPv4 address stands in the lower 32 bits. */
    public boolean lists(boolean ipv6, long high, long low) {
        return find(ipv6, high, low) > AnswerTable.EXCLUDED;
    }

    private int find(boolean ipv6, long high, long low) {
        return ipv6 ? v6.find(high, low) : v4.find((int) low);
    }

    /** All that the file says about an address; nothing when it does not list it. */
    List<LocalAnswer> answers(boolean ipv6, long high, long low) {
        int number = find(ipv6, high, low);
        return number <= AnswerTable.EXCLUDED ? List.of() : answers.get(number);
    }

    /** The text of an answer about an address. */
    String text(LocalAnswer answer, Supplier<String> address) {
        return verbatim ? answer.text() : texts.about(answer.text(), address.get());
    }

    /** Whether it can tell of addresses of this kind at all. */
    boolean speaksOf(Kind kind) {
        return size() > 0 && kinds.contains(kind);
    }

    /** Any code that its entries have. */
    int someCode() {
        return answers.someCode();
    }

    /** How many ranges it has, neighbours with the same answer counted once. */
    public int size() {
        return v4.size() + v6.size();
    }
}
