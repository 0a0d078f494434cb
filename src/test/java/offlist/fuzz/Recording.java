package offlist.fuzz;

import java.nio.ByteBuffer;

/**
 * A packet that a real server sent.
 *
 * @param file its name under {@code dns/recorded}
 * @param zone with {@code {key}} where the key is
 * @param target what was asked about
 * @param transport {@code udp} or {@code tcp}
 * @param packet as it came, over TCP without the length in front
 */
record Recording(String file, String zone, String target, String transport, ByteBuffer packet) {
    /** The key in the zones that have one: it must show up nowhere. */
    static final String KEY = "s3cr3tkey";

    Recording {
        packet = packet.asReadOnlyBuffer();
    }

    /** The server and the kind of answer: what is asked together shares it. */
    String place() {
        return file.replaceFirst("-(a|txt|point)(-tcp)?\\.bin$", "");
    }

    boolean tcp() {
        return transport.equals("tcp");
    }

    byte[] bytes() {
        byte[] bytes = new byte[packet.remaining()];
        packet.get(packet.position(), bytes);
        return bytes;
    }

    String line() {
        return String.join(" ", file, zone, target, transport);
    }
}
