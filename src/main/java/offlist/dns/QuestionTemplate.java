package offlist.dns;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;

/**
 * The questions about addresses in one zone, ready but for the address: each is written in place and makes no object.
 * RFC 5782 sections 2.1 and 2.4 for the names, RFC 1035 section 4.1 for the bytes.
 */
public final class QuestionTemplate {
    static final int HEADER = 12;
    /** A header, the longest name, type and class. */
    static final int LONGEST = HEADER + 255 + 4;
    /** Recursion desired; one question; no EDNS: a clean answer is short, and any other is asked for in full. */
    private static final int FLAGS = 0x0100;

    private static final int[] OCTETS =
            IntStream.range(0, 256).map(QuestionTemplate::label).toArray();
    private static final byte[] NIBBLES = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int CASE = 0x20;

    private final byte[] tail;
    /** Where in the tail the letters stand whose case may be changed. */
    private final int[] letters;

    /**
     * @param zone absolute
     * @param type a record type as dnsjava numbers them
     */
    public QuestionTemplate(Name zone, int type) {
        byte[] labels = zone.toWire();
        this.tail = ByteBuffer.allocate(labels.length + 4)
                .put(labels)
                .putShort((short) type)
                .putShort((short) DClass.IN)
                .array();
        this.letters = IntStream.range(0, labels.length)
                .filter(at -> Character.isLetter(labels[at]) && labels[at] > 0)
                .limit(Long.SIZE)
                .toArray();
    }

    /** A label of one to three digits in the upper bytes, its length first. */
    private static int label(int octet) {
        String digits = String.valueOf(octet);
        int packed = digits.length() << 24;
        for (int i = 0; i < digits.length(); i++) {
            packed |= digits.charAt(i) << (16 - 8 * i);
        }
        return packed;
    }

    /** Of the bits for the case of letters those that stand for a letter. */
    long letters() {
        return letters.length == Long.SIZE ? -1 : (1L << letters.length) - 1;
    }

    /** Whether the question about any address of this family is short enough for DNS. */
    public boolean fits(boolean v6) {
        return (v6 ? 64 : 16) + tail.length - 4 <= 255;
    }

    /**
     * Writes the question about an IPv4 address.
     *
     * @param cases one bit for each letter of the zone: which are to be upper case (0x20)
     * @return where it ends
     */
    int putV4(ByteBuffer into, int at, int id, int address, long cases) {
        header(into, at, id);
        int end = at + HEADER;
        for (int shift = 0; shift < 32; shift += 8) {
            int label = OCTETS[address >>> shift & 0xFF];
            into.putInt(end, label);
            end += 1 + (label >>> 24);
        }
        return putTail(into, end, cases);
    }

    /** Writes the question about an IPv6 address; the rest as for IPv4. */
    int putV6(ByteBuffer into, int at, int id, long high, long low, long cases) {
        header(into, at, id);
        int end = putNibbles(into, at + HEADER, low);
        end = putNibbles(into, end, high);
        return putTail(into, end, cases);
    }

    private static int putNibbles(ByteBuffer into, int at, long bits) {
        for (int i = 0; i < 16; i++) {
            int nibble = NIBBLES[(int) (bits >>> (4 * i)) & 0xF];
            into.putShort(at + 2 * i, (short) (1 << 8 | nibble));
        }
        return at + 32;
    }

    private static void header(ByteBuffer into, int at, int id) {
        into.putInt(at, id << 16 | FLAGS);
        into.putLong(at + 4, 1L << 48);
    }

    private int putTail(ByteBuffer into, int at, long cases) {
        into.put(at, tail);
        long left = cases;
        for (int i = 0; i < letters.length; i++, left >>>= 1) {
            if ((left & 1) != 0) {
                int letter = letters[i];
                into.put(at + letter, (byte) (tail[letter] ^ CASE));
            }
        }
        return at + tail.length;
    }
}
