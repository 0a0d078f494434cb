package offlist.bounce.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A message as the library knows it: no mailbox line before it, line ends that it counts as such, and not too many of them. */
final class LineEnds {
    /** The library makes an object of each header, which can be a line of three bytes. */
    private static final int MOST_LINES = 100_000;

    private LineEnds() {}

    /** At most so many bytes of the message; a file from a system that ends its lines with CR alone gets LF. */
    static byte[] usual(byte[] message, int most) {
        byte[] bytes = Arrays.copyOfRange(message, begin(message), Math.min(message.length, begin(message) + most));
        if (!has(bytes, '\n')) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = bytes[i] == '\r' ? (byte) '\n' : bytes[i];
            }
        }
        return firstLines(bytes);
    }

    private static byte[] firstLines(byte[] bytes) {
        int lines = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean end = bytes[i] == '\n' || (bytes[i] == '\r' && !(i + 1 < bytes.length && bytes[i + 1] == '\n'));
            lines += end ? 1 : 0;
            if (lines > MOST_LINES) {
                return Arrays.copyOf(bytes, i);
            }
        }
        return bytes;
    }

    /** Behind empty lines and an mbox file's {@code From } line, which is not a header; the first header has nothing to continue. */
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
        while (at < message.length
                && (message[at] == '\n' || message[at] == '\r' || message[at] == ' ' || message[at] == '\t')) {
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
