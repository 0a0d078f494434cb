package offlist.bench;

import java.util.BitSet;

/** One turn of 10.x addresses on some zones, as the server sees it: when it began and when each pair had its answer. */
final class Turn {
    private final int addresses;
    private final int zones;
    private final BitSet answered;
    private final int without;
    private int left;
    private long began;
    private long ended;
    private long last;
    private long questions;

    /** @param without a zone that does not count; negative when all do */
    Turn(int addresses, int zones, int without) {
        this.addresses = addresses;
        this.zones = zones;
        this.without = without;
        this.answered = new BitSet(addresses * zones);
        this.left = addresses * (without < 0 ? zones : zones - 1);
    }

    private boolean counts(DnsQuestion question) {
        return question.address() >= 0
                && question.address() < addresses
                && question.zone() < zones
                && question.zone() != without;
    }

    synchronized void asked(DnsQuestion question, long now) {
        if (counts(question)) {
            questions++;
            last = now;
            began = began == 0 ? now : began;
        }
    }

    synchronized void answered(DnsQuestion question, long now) {
        int pair = question.zone() * addresses + question.address();
        if (counts(question) && !answered.get(pair)) {
            answered.set(pair);
            ended = now;
            left--;
        }
    }

    /** Of the monotonic clock; zero before the first question. */
    synchronized long began() {
        return began;
    }

    synchronized boolean over() {
        return left == 0;
    }

    /** From the first question to the answer of the last pair. */
    synchronized double millis() {
        return left == 0 ? (ended - began) / 1e6 : Double.NaN;
    }

    /** From the first question to the newest. */
    synchronized double askingMillis() {
        return (last - began) / 1e6;
    }

    synchronized long questions() {
        return questions;
    }
}
