package offlist.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;

/** What {@link FakeDns} is about to send for one query; faults change it. */
public final class FakeDnsReply {
    private static final int PLAIN_UDP = 512;

    private final Message query;
    private final boolean tcp;
    private final List<byte[]> before = new ArrayList<>();
    private Message message;
    private byte @Nullable [] bytes;
    private Duration delay = Duration.ZERO;
    private boolean dropped;
    private boolean otherPort;
    private boolean otherHost;

    FakeDnsReply(Message query, Message message, boolean tcp) {
        this.query = query;
        this.message = message;
        this.tcp = tcp;
    }

    public Message query() {
        return query;
    }

    public Message message() {
        return message;
    }

    public boolean tcp() {
        return tcp;
    }

    public void replaceBy(Message other) {
        message = other;
    }

    /** Sends these bytes whatever the message says. */
    public void sendBytes(byte[] raw) {
        bytes = raw.clone();
    }

    /** Sends a packet in front of the real one. */
    public void sendBefore(byte[] raw) {
        before.add(raw.clone());
    }

    public void drop() {
        dropped = true;
    }

    public void delay(Duration more) {
        delay = delay.plus(more);
    }

    public void fromOtherPort() {
        otherPort = true;
    }

    public void fromOtherHost() {
        otherHost = true;
    }

    boolean leavesFromOtherHost() {
        return otherHost;
    }

    boolean dropped() {
        return dropped;
    }

    boolean leavesFromOtherPort() {
        return otherPort;
    }

    Duration delay() {
        return delay;
    }

    List<byte[]> before() {
        return before;
    }

    /** The bytes as they would leave now. */
    public byte[] toWire() {
        if (bytes != null) {
            return bytes;
        }
        if (message.getHeader().getFlag(Flags.TC)) {
            return message.toWire();
        }
        return message.toWire(tcp ? Message.MAXLENGTH : udpSize());
    }

    private int udpSize() {
        OPTRecord opt = query.getOPT();
        return opt == null ? PLAIN_UDP : Math.max(PLAIN_UDP, opt.getPayloadSize());
    }
}
