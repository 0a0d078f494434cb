package offlist.dns;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** Unpredictable bits in small change: one call of the generator serves many questions. One thread. */
final class Dice {
    private final SecureRandom random = new SecureRandom();
    private final byte[] bytes = new byte[8192];
    private final ByteBuffer left = ByteBuffer.wrap(bytes).position(bytes.length);

    int id() {
        return from(2).getShort() & 0xFFFF;
    }

    long bits() {
        return from(8).getLong();
    }

    /** Of the numbers below {@code bound}, at most 256 of them. */
    int below(int bound) {
        return (from(2).getShort() & 0xFFFF) % bound;
    }

    private ByteBuffer from(int count) {
        if (left.remaining() < count) {
            random.nextBytes(bytes);
            left.clear();
        }
        return left;
    }
}
