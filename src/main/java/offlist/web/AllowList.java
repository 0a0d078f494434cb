package offlist.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import offlist.pool.IpRange;
import offlist.pool.Pool;
import offlist.pool.PoolCount;
import offlist.pool.PoolName;
import offlist.pool.Target;

/**
 * The addresses of a pool at one moment. They are made one by one while somebody looks at them: there may be a million.
 *
 * @param mark the same for the same addresses, and another one for others
 * @param changedAt when they last changed, if that is known
 */
record AllowList(PoolName name, Pool pool, String mark, Optional<Instant> changedAt) {
    private static final int MARK = 32;

    PoolCount count() {
        return pool.count(name);
    }

    /** Single addresses, ascending. */
    Iterator<Target> addresses() {
        PoolCount count = count();
        return pool.members(name).stream().limit((long) count.v4() + count.v6()).iterator();
    }

    /** The fewest networks that hold these addresses and no other. */
    Stream<IpRange> networks() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(
                                pool.ranges(name).iterator(), Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .flatMap(range -> range.networks().stream());
    }

    static String mark(Pool pool, PoolName name) {
        MessageDigest digest = sha256();
        for (IpRange range : pool.ranges(name)) {
            digest.update(range.first().bytes());
            digest.update((byte) '-');
            digest.update(range.last().bytes());
        }
        return text(digest);
    }

    /** A strong validator (RFC 9110 section 8.8.3) of one form of them. */
    String tag(AllowFormat format, String more) {
        MessageDigest digest = sha256();
        digest.update((mark + '\n' + name + '\n' + format + '\n' + more).getBytes(StandardCharsets.UTF_8));
        long changed = changedAt.map(Instant::toEpochMilli).orElse(0L);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(changed).array());
        return '"' + text(digest) + '"';
    }

    private static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, MARK);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
