package offlist.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question as it came.
 *
 * @param packet header and question, nothing behind them
 * @param name in lower case
 * @param type of the record, 1 is A
 * @param zone the number of the zone, negative when it is none of ours
 * @param address the number in 10.0.0.0/16, negative when it is about something else
 */
record DnsQuestion(byte[] packet, String name, int type, int zone, int address) {
    private static final Pattern OURS = Pattern.compile("(\\d+)\\.(\\d+)\\.0\\.10\\.z(\\d+)\\.bench\\.example");
    private static final Pattern ZONE = Pattern.compile("\\.z(\\d+)\\.bench\\.example$");
    private static final int HEADER = 12;
    private static final int A = 1;

    static Optional<DnsQuestion> read(ByteBuffer packet) {
        StringBuilder name = new StringBuilder();
        int at = HEADER;
        while (at < packet.limit() && packet.get(at) != 0) {
            int length = packet.get(at) & 255;
            if (length > 63 || at + 1 + length >= packet.limit()) {
                return Optional.empty();
            }
            byte[] label = new byte[length];
            packet.get(at + 1, label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
            at += 1 + length;
        }
        if (at + 5 > packet.limit()) {
            return Optional.empty();
        }
        byte[] kept = new byte[at + 5];
        packet.get(0, kept);
        return Optional.of(of(kept, name.toString().toLowerCase(Locale.ROOT), packet.getShort(at + 1)));
    }

    private static DnsQuestion of(byte[] packet, String name, int type) {
        Matcher ours = OURS.matcher(name);
        if (ours.matches()) {
            int address = Integer.parseInt(ours.group(2)) << 8 | Integer.parseInt(ours.group(1));
            return new DnsQuestion(packet, name, type, Integer.parseInt(ours.group(3)), address);
        }
        Matcher zone = ZONE.matcher(name);
        return new DnsQuestion(packet, name, type, zone.find() ? Integer.parseInt(zone.group(1)) : -1, -1);
    }

    /** The test entry is there and has no text; any other name has this code. */
    ByteBuffer answer(int rcode) {
        boolean test = name.startsWith("2.0.0.127.");
        boolean record = test && type == A;
        ByteBuffer answer = ByteBuffer.allocate(packet.length + 16);
        answer.put(packet);
        // An answer, authoritative; the wish for recursion stays as it was.
        answer.put(2, (byte) (packet[2] & 1 | 0x84)).put(3, (byte) (test ? 0 : rcode));
        answer.putShort(6, (short) (record ? 1 : 0)).putShort(8, (short) 0).putShort(10, (short) 0);
        if (record) {
            answer.put(new byte[] {(byte) 0xC0, HEADER, 0, A, 0, 1, 0, 0, 8, 0, 0, 4, 127, 0, 0, 2});
        }
        return answer.flip();
    }
}
