package offlist.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import offlist.dns.DatagramGate;

/**
 * A second reader of the same bytes, as simple as can be (RFC 1035 section 4.1) and without any code of the program or of
 * its DNS library: what it does not find in a packet, the program must not find either.
 *
 * @param records of all three sections in their order
 */
record SimplePacket(byte[] bytes, List<Rr> records) {
    static final int A = 1;
    static final int CNAME = 5;
    static final int TXT = 16;
    static final int OPT = 41;
    private static final int HEADER = 12;
    private static final int IN = 1;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_CHAIN = 32;

    /**
     * A record.
     *
     * @param section 1 for answers, 2, 3
     * @param owner with its labels in lower case, each behind its length
     * @param at where it begins
     * @param fixed where its type stands; class, time to live, length and data follow
     */
    record Rr(int section, String owner, int type, int klass, long ttl, int at, int fixed, int length) {
        int data() {
            return fixed + 10;
        }

        int end() {
            return data() + length;
        }
    }

    /** Empty when the bytes are no message. */
    static Optional<SimplePacket> read(byte[] bytes) {
        try {
            return Optional.of(new SimplePacket(bytes, new Cursor(bytes).records()));
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Whether it is a response to this question and so says itself, under the id of the asker. */
    boolean repeats(String name, int type) {
        Cursor cursor = new Cursor(bytes);
        boolean named = cursor.number(2) == DatagramGate.CALLERS_ID;
        cursor.at = HEADER;
        boolean same = cursor.name().equals(name) && cursor.number(2) == type && cursor.number(2) == IN;
        return named && bytes[2] < 0 && same;
    }

    int opcode() {
        return bytes[2] >> 3 & 15;
    }

    boolean truncated() {
        return (bytes[2] & 2) != 0;
    }

    /** With the upper bits from the first OPT record (RFC 6891 section 6.1.3). */
    int rcode() {
        int upper = records.stream()
                .filter(rr -> rr.section() == 3 && rr.type() == OPT)
                .findFirst()
                .map(rr -> (int) (rr.ttl() >> 24 & 0xFF))
                .orElse(0);
        return upper << 4 | bytes[3] & 15;
    }

    /** The data of the records of this type at the end of the chain of aliases that begins with the name. */
    List<String> found(String name, int type) {
        String at = name;
        for (int links = 0; links <= LONGEST_CHAIN; links++) {
            List<String> data = data(at, type);
            Optional<String> alias = data.isEmpty() ? alias(at) : Optional.empty();
            if (alias.isEmpty()) {
                return data;
            }
            at = alias.get();
        }
        return List.of();
    }

    private List<String> data(String owner, int type) {
        return answers(owner, type)
                .map(rr -> hex(Arrays.copyOfRange(bytes, rr.data(), rr.end())))
                .toList();
    }

    private Optional<String> alias(String owner) {
        return answers(owner, CNAME).findFirst().flatMap(rr -> name(bytes, rr.data()));
    }

    private java.util.stream.Stream<Rr> answers(String owner, int type) {
        return records.stream()
                .filter(rr -> rr.section() == 1
                        && rr.type() == type
                        && rr.klass() == IN
                        && rr.owner().equals(owner));
    }

    private static Optional<String> name(byte[] bytes, int at) {
        try {
            return Optional.of(new Cursor(bytes, at).name());
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    static String hex(byte[] data) {
        return java.util.HexFormat.of().formatHex(data);
    }

    /** The name of the first question and where it ends. */
    static String question(byte[] message) {
        return new Cursor(message, HEADER).name();
    }

    /** Behind the type and class of the only question. */
    static int endOfQuestion(byte[] query) {
        Cursor cursor = new Cursor(query, HEADER);
        cursor.name();
        return cursor.at + 4;
    }

    /** Goes through the bytes; whatever lies outside them throws. */
    private static final class Cursor {
        private final byte[] bytes;
        private int at;

        Cursor(byte[] bytes) {
            this(bytes, 0);
        }

        Cursor(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        List<Rr> records() {
            at = 4;
            int[] counts = {number(2), number(2), number(2), number(2)};
            for (int i = 0; i < counts[0]; i++) {
                name();
                number(4);
            }
            List<Rr> records = new ArrayList<>();
            for (int section = 1; section <= 3; section++) {
                for (int i = 0; i < counts[section]; i++) {
                    records.add(record(section));
                }
            }
            return records;
        }

        private Rr record(int section) {
            int begin = at;
            String owner = name();
            int fixed = at;
            Rr rr = new Rr(section, owner, number(2), number(2), number(4) & 0xFFFF_FFFFL, begin, fixed, number(2));
            at = rr.end();
            if (at > bytes.length) {
                throw new IndexOutOfBoundsException(at);
            }
            return rr;
        }

        String name() {
            StringBuilder name = new StringBuilder();
            int behind = -1;
            while (true) {
                int length = bytes[at++] & 0xFF;
                if (length == 0) {
                    at = behind < 0 ? at : behind;
                    return name.toString();
                }
                if (length >= 0xC0) {
                    int target = (length & 0x3F) << 8 | bytes[at++] & 0xFF;
                    behind = behind < 0 ? at : behind;
                    at = back(target, at - 2);
                } else {
                    name.append(label(length));
                }
                if (name.length() >= LONGEST_NAME) {
                    throw new IndexOutOfBoundsException(name.length());
                }
            }
        }

        /** Only back: with the length of names limited no loop goes on. */
        private static int back(int target, int from) {
            if (target >= from) {
                throw new IndexOutOfBoundsException(target);
            }
            return target;
        }

        private String label(int length) {
            if (length > 63 || at + length > bytes.length) {
                throw new IndexOutOfBoundsException(length);
            }
            String label = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
            at += length;
            return (char) length + lower(label);
        }

        /** DNS knows no case but that of ASCII (RFC 4343). */
        private static String lower(String label) {
            StringBuilder lower = new StringBuilder();
            label.chars()
                    .forEach(c -> lower.append(
                            c < 128 ? Character.toString(c).toLowerCase(Locale.ROOT) : Character.toString(c)));
            return lower.toString();
        }

        private int number(int size) {
            int number = 0;
            for (int i = 0; i < size; i++) {
                number = number << 8 | bytes[at++] & 0xFF;
            }
            return number;
        }
    }
}
