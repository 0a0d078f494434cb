package offlist.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Breaks packets: a few changes at a time, so that what is left is still close enough to an answer to get far. */
final class Mutator {
    private static final int MOST_CHANGES = 4;
    private static final int LARGEST = 65_535;
    private static final int[] COUNTS = {0, 1, 2, 3, 255, 256, 32_767, 32_768, 65_535};
    private static final int[] BYTES = {0, 1, 0x3F, 0x40, 0x7F, 0x80, 0xBF, 0xC0, 0xC1, 0xFF};
    private static final long[] TTLS = {0, 1, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL, 86_400, 86_401};
    private static final int[] TYPES = {1, 2, 5, 6, 12, 16, 28, 39, 41, 46, 249, 250, 251, 252, 255, 65_535};
    private static final int[] ADDRESSES = {0, 0x7F000001, 0x7F000002, 0x7FFFFFFE, 0x7F010203, 0xC0000250, -1};
    /** Type, class and time to live. */
    private static final byte[] ALIAS = {0, 5, 0, 1, 0, 0, 0, 60};

    private static final List<String> TEXTS = List.of(
            "\r\nSet-Cookie: a=b",
            "\u001b[31m",
            "\u202E",
            "\u0000",
            Recording.KEY,
            "s3cr3t\u200Bkey",
            "S3CR3TKEY",
            "<script>alert(1)</script>",
            "\uD83D\uDE00",
            "\u2028",
            "*_~`<!channel>");

    private final RandomGenerator random;
    private final List<byte[]> others;

    /** @param others packets to take pieces from */
    Mutator(RandomGenerator random, List<byte[]> others) {
        this.random = random;
        this.others = others;
    }

    /** One change of a packet; what it cannot change comes back as it was. */
    private interface Change {
        byte[] of(byte[] packet);
    }

    byte[] mutated(byte[] packet) {
        List<Change> changes = List.of(
                this::flipBits,
                this::setBytes,
                this::setNumber,
                this::counts,
                this::flags,
                this::rcode,
                this::pointer,
                this::cut,
                this::grow,
                this::splice,
                this::swapRecords,
                this::swapSections,
                this::ttl,
                this::dataLength,
                this::nameByte,
                this::duplicate,
                this::id,
                this::question,
                this::type,
                this::owner,
                this::address,
                this::text,
                this::aliases,
                this::extendedCode);
        byte[] now = packet.clone();
        for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
            now = changes.get(random.nextInt(changes.size())).of(now);
        }
        return now.length > LARGEST ? Arrays.copyOf(now, LARGEST) : now;
    }

    private byte[] flipBits(byte[] packet) {
        for (int i = random.nextInt(8); i >= 0 && packet.length > 0; i--) {
            packet[random.nextInt(packet.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return packet;
    }

    private byte[] setBytes(byte[] packet) {
        for (int i = random.nextInt(4); i >= 0 && packet.length > 0; i--) {
            packet[random.nextInt(packet.length)] = (byte) (random.nextBoolean() ? pick(BYTES) : random.nextInt());
        }
        return packet;
    }

    private byte[] setNumber(byte[] packet) {
        return number(packet, random.nextInt(Math.max(1, packet.length)), pick(COUNTS));
    }

    private byte[] counts(byte[] packet) {
        return number(packet, 4 + 2 * random.nextInt(4), pick(COUNTS));
    }

    private byte[] flags(byte[] packet) {
        return number(packet, 2, number(packet, 2) ^ 1 << random.nextInt(16));
    }

    private byte[] rcode(byte[] packet) {
        int code = random.nextInt(3) > 0 ? random.nextInt(4) : random.nextInt(16);
        return number(packet, 2, number(packet, 2) & ~15 | code);
    }

    /** Loops, forward, into the header, into the middle of something. */
    private byte[] pointer(byte[] packet) {
        int at = record(packet).map(SimplePacket.Rr::at).orElse(random.nextInt(Math.max(1, packet.length)));
        int target = switch (random.nextInt(5)) {
            case 0 -> at;
            case 1 -> at + 2;
            case 2 -> 12;
            case 3 -> random.nextInt(12);
            default -> random.nextInt(1 << 14);
        };
        return number(packet, at, 0xC000 | target & 0x3FFF);
    }

    private byte[] cut(byte[] packet) {
        int least = random.nextInt(4) == 0 ? 0 : Math.min(packet.length, 12);
        return Arrays.copyOf(packet, least + random.nextInt(packet.length - least + 1));
    }

    private byte[] grow(byte[] packet) {
        int more = random.nextInt(random.nextInt(50) == 0 ? LARGEST : 64);
        byte[] grown = Arrays.copyOf(packet, packet.length + more);
        if (random.nextBoolean()) {
            byte[] noise = new byte[more];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, grown, packet.length, more);
        }
        return grown;
    }

    private byte[] splice(byte[] packet) {
        byte[] other = others.get(random.nextInt(others.size()));
        int head = random.nextInt(packet.length + 1);
        int tail = random.nextInt(other.length + 1);
        return joined(Arrays.copyOf(packet, head), Arrays.copyOfRange(other, tail, other.length));
    }

    private byte[] swapRecords(byte[] packet) {
        Optional<SimplePacket.Rr> one = record(packet);
        Optional<SimplePacket.Rr> other = record(packet);
        if (one.isEmpty() || other.isEmpty() || one.get().end() > other.get().at()) {
            return packet;
        }
        return joined(
                Arrays.copyOf(packet, one.get().at()),
                Arrays.copyOfRange(packet, other.get().at(), other.get().end()),
                Arrays.copyOfRange(packet, one.get().end(), other.get().at()),
                Arrays.copyOfRange(packet, one.get().at(), one.get().end()),
                Arrays.copyOfRange(packet, other.get().end(), packet.length));
    }

    private byte[] swapSections(byte[] packet) {
        int one = 6 + 2 * random.nextInt(3);
        int other = 6 + 2 * random.nextInt(3);
        int kept = number(packet, one);
        return number(number(packet, one, number(packet, other)), other, kept);
    }

    private byte[] ttl(byte[] packet) {
        long ttl = TTLS[random.nextInt(TTLS.length)];
        return record(packet)
                .map(rr -> number(number(packet, rr.fixed() + 4, (int) (ttl >>> 16)), rr.fixed() + 6, (int) ttl))
                .orElse(packet);
    }

    private byte[] dataLength(byte[] packet) {
        return record(packet)
                .map(rr -> number(
                        packet,
                        rr.fixed() + 8,
                        random.nextBoolean() ? rr.length() + random.nextInt(9) - 4 : pick(COUNTS)))
                .orElse(packet);
    }

    private byte[] nameByte(byte[] packet) {
        int begin = record(packet).map(SimplePacket.Rr::at).orElse(12);
        int at = begin + random.nextInt(24);
        if (at < packet.length) {
            packet[at] = (byte) (random.nextBoolean() ? packet[at] ^ 0x20 : 0x80 | random.nextInt());
        }
        return packet;
    }

    private byte[] duplicate(byte[] packet) {
        Optional<SimplePacket.Rr> found = record(packet);
        if (found.isEmpty()) {
            return packet;
        }
        SimplePacket.Rr rr = found.get();
        byte[] copy = Arrays.copyOfRange(packet, rr.at(), rr.end());
        int times = random.nextInt(100) == 0 ? LARGEST / (copy.length + 1) : 1 + random.nextInt(20);
        byte[] grown = Arrays.copyOf(packet, rr.end() + times * copy.length + packet.length - rr.end());
        for (int i = 0; i < times; i++) {
            System.arraycopy(copy, 0, grown, rr.end() + i * copy.length, copy.length);
        }
        System.arraycopy(packet, rr.end(), grown, rr.end() + times * copy.length, packet.length - rr.end());
        return counted(grown, rr.section(), times);
    }

    private byte[] id(byte[] packet) {
        int id = random.nextBoolean() ? random.nextInt(1 << 16) : number(packet, 0) + random.nextInt(3) - 1;
        return number(packet, 0, id);
    }

    /** Another type or class, or other letters in the name. */
    private byte[] question(byte[] packet) {
        int end = Optional.of(packet)
                .filter(bytes -> SimplePacket.read(bytes).isPresent() && number(bytes, 4) == 1)
                .map(SimplePacket::endOfQuestion)
                .orElse(12);
        int at = random.nextInt(2) == 0 ? end - 1 - random.nextInt(4) : 12 + random.nextInt(Math.max(1, end - 12));
        if (at >= 0 && at < packet.length) {
            packet[at] ^= (byte) (random.nextBoolean() ? 0x20 : 1 << random.nextInt(8));
        }
        return packet;
    }

    private byte[] type(byte[] packet) {
        int there = random.nextInt(4) == 0 ? 2 : 0;
        return record(packet)
                .map(rr -> number(packet, rr.fixed() + there, pick(TYPES)))
                .orElse(packet);
    }

    /** The record belongs to another name, such as that of another packet or the root. */
    private byte[] owner(byte[] packet) {
        Optional<SimplePacket.Rr> found = record(packet);
        if (found.isEmpty()) {
            return packet;
        }
        byte[] name =
                random.nextBoolean() ? new byte[] {0} : "\u0005other\u0004test\0".getBytes(StandardCharsets.US_ASCII);
        return joined(
                Arrays.copyOf(packet, found.get().at()),
                name,
                Arrays.copyOfRange(packet, found.get().fixed(), packet.length));
    }

    private byte[] address(byte[] packet) {
        int address = random.nextInt(3) == 0 ? random.nextInt() : pick(ADDRESSES);
        return record(packet)
                .filter(rr -> rr.length() == 4)
                .map(rr -> number(number(packet, rr.data(), address >>> 16), rr.data() + 2, address))
                .orElse(packet);
    }

    private byte[] text(byte[] packet) {
        byte[] text = TEXTS.get(random.nextInt(TEXTS.size())).getBytes(StandardCharsets.UTF_8);
        Optional<SimplePacket.Rr> found = record(packet).filter(rr -> rr.type() == SimplePacket.TXT && rr.length() > 0);
        if (found.isEmpty() || (packet[found.get().data()] & 0xFF) + text.length > 255) {
            return packet;
        }
        SimplePacket.Rr rr = found.get();
        int at = rr.data() + 1 + random.nextInt((packet[rr.data()] & 0xFF) + 1);
        if (at > packet.length) {
            return packet;
        }
        byte[] longer = joined(Arrays.copyOf(packet, at), text, Arrays.copyOfRange(packet, at, packet.length));
        longer[rr.data()] += (byte) text.length;
        return number(longer, rr.fixed() + 8, rr.length() + text.length);
    }

    /** A chain of aliases from the question to the first record, or in a circle. */
    private byte[] aliases(byte[] packet) {
        if (SimplePacket.read(packet).isEmpty() || number(packet, 4) != 1) {
            return packet;
        }
        int end = SimplePacket.endOfQuestion(packet);
        int links = 1 + random.nextInt(random.nextInt(10) == 0 ? 600 : 10);
        byte[] chain = new byte[0];
        for (int i = 0; i < links; i++) {
            byte[] target = place(i == links - 1 && random.nextBoolean() ? 0 : i + 1);
            chain = joined(chain, place(i), ALIAS, new byte[] {0, (byte) target.length}, target);
        }
        byte[] grown = joined(Arrays.copyOf(packet, end), chain, Arrays.copyOfRange(packet, end, packet.length));
        return counted(grown, 1, links);
    }

    /** The question's name for 0, else a name of its own. */
    private static byte[] place(int number) {
        return number == 0
                ? new byte[] {(byte) 0xC0, 12}
                : new byte[] {2, (byte) ('a' + number % 26), (byte) ('a' + number / 26), 0};
    }

    private byte[] extendedCode(byte[] packet) {
        byte[] option = {0, 0, 41, 4, (byte) 0xD0, (byte) random.nextInt(3), (byte) random.nextInt(2), 0, 0, 0, 0};
        return counted(joined(packet, option), 3, 1);
    }

    private Optional<SimplePacket.Rr> record(byte[] packet) {
        List<SimplePacket.Rr> records =
                SimplePacket.read(packet).map(SimplePacket::records).orElse(List.of());
        return records.isEmpty() ? Optional.empty() : Optional.of(records.get(random.nextInt(records.size())));
    }

    /** Mostly the count says what is there. */
    private byte[] counted(byte[] packet, int section, int more) {
        int at = 4 + 2 * section;
        return random.nextInt(5) == 0 ? packet : number(packet, at, number(packet, at) + more);
    }

    private int pick(int[] values) {
        return values[random.nextInt(values.length)];
    }

    private static int number(byte[] packet, int at) {
        return at + 1 < packet.length ? (packet[at] & 0xFF) << 8 | packet[at + 1] & 0xFF : 0;
    }

    private static byte[] number(byte[] packet, int at, int value) {
        if (at + 1 < packet.length) {
            packet[at] = (byte) (value >>> 8);
            packet[at + 1] = (byte) value;
        }
        return packet;
    }

    private static byte[] joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
