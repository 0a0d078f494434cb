package offlist.bounce.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A message as the library knows it: no mailbox line before it, line ends that it counts as such. */
final class LineEnds {
    private LineEnds() {}

    /** At most so many bytes of the message; a file from a system that ends its lines with CR alone gets LF. */
    static byte[] usual(byte[] message, int most) {
        byte[] bytes = Arrays.copyOfRange(message, begin(message), Math.min(message.length, begin(message) + most));
        if (!has(bytes, '\n')) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = bytes[i] == '\r' ? (byte) '\n' : bytes[i];
            }
        }
        return bytes;
    }

    /** Behind empty lines and an mbox file's {@code From } line, which is not a header. */
    private static int begin(byte[] message) {
        int begin = blank(message, 0);
        String first = new String(message, begin, Math.min(6, message.length - begin), StandardCharsets.ISO_8859_1);
        if (!first.startsWith("From ") && !first.startsWith(">From ")) {
            return begin;
        }
        int end = begin;
        while (end < message.length && message[end] != '\n' && message[end] != '\r') {
            end++;
        }
        return blank(message, end);
    }

    private static int blank(byte[] message, int from) {
        int at = from;
        while (at < message.length && (message[at] == '\n' || message[at] == '\r')) {
            at++;
        }
        return at;
    }

    private static boolean has(byte[] bytes, char end) {
        for (byte b : bytes) {
            if (b == end) {
                return true;
            }
        }
        return false;
    }
}
