package offlist.local;

import java.util.Set;
import offlist.catalogue.Kind;
import offlist.pool.IpAddress;
import offlist.pool.IpRange;

/** A zone while its file is read. */
final class ZoneDraft {
    private static final long V4_RANGE = 10;
    private static final long V6_RANGE = 40;
    private static final long ANSWER = 400;

    private final Set<Kind> kinds;
    private final V4Ranges v4 = new V4Ranges();
    private final V6Ranges v6 = new V6Ranges();
    private final AnswerTable answers = new AnswerTable();
    private final Texts texts = new Texts();
    private final long most = Runtime.getRuntime().maxMemory() / 2;
    private boolean verbatim;
    /** Bytes, about. */
    private long held;

    /** @param kinds that the file can tell of */
    ZoneDraft(Set<Kind> kinds) {
        this.kinds = kinds;
    }

    /** A {@code $} in a text is just that. */
    ZoneDraft verbatim() {
        verbatim = true;
        return this;
    }

    Texts texts() {
        return texts;
    }

    /** The number of an answer, for {@link #v4} and {@link #v6}. */
    int number(LocalAnswer answer) {
        int before = answers.size();
        int number = answers.number(answer);
        hold(answers.size() > before ? ANSWER : 0);
        return number;
    }

    void v4(long from, long to, int answer) {
        hold(V4_RANGE);
        v4.add(from, to, answer);
    }

    /** False when that is no network. */
    boolean v6(long high, long low, int prefix, int answer) {
        hold(V6_RANGE);
        return v6.add(high, low, prefix, answer);
    }

    /** What is read must fit beside what was read before, whatever the file says. */
    private void hold(long bytes) {
        held += bytes;
        if (held > most) {
            throw new AnswerTable.TooMuch("more than fits into the memory");
        }
    }

    void range(IpRange range, int answer) {
        IpAddress first = range.first();
        IpAddress last = range.last();
        if (!first.v6()) {
            v4(first.low(), last.low(), answer);
            return;
        }
        for (boolean more = true; more; ) {
            int prefix = 0;
            IpRange network = IpRange.network(first, prefix);
            while (!network.first().equals(first) || network.last().compareTo(last) > 0) {
                network = IpRange.network(first, ++prefix);
            }
            v6(first.high(), first.low(), prefix, answer);
            more = network.last().compareTo(last) < 0;
            first = more ? network.last().next().orElseThrow() : first;
        }
    }

    LocalZone finish() {
        v4.settle(answers);
        v6.settle();
        answers.close();
        return new LocalZone(kinds, v4, v6, answers, texts, verbatim);
    }
}
