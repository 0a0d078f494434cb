package offlist.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.io.TcpIoClient;
import org.xbill.DNS.io.UdpIoClient;

/** One server: UDP with EDNS, TCP where an answer was truncated, both within the caller's time-out. */
public final class DnsResolver implements Resolver {
    /** Fits into one packet everywhere (DNS flag day 2020). */
    private static final int EDNS_SIZE = 1232;

    private final ResolverId id;
    private final InetSocketAddress address;
    private final UdpIoClient udp;
    private final TcpIoClient tcp;

    public DnsResolver(ResolverId id, InetSocketAddress address, UdpIoClient udp, TcpIoClient tcp) {
        this.id = id;
        this.address = address;
        this.udp = udp;
        this.tcp = tcp;
    }

    @Override
    public ResolverId id() {
        return id;
    }

    @Override
    public CompletableFuture<Answer> ask(Question question, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        return ask(question, query(question, true), deadline).exceptionally(DnsResolver::cause);
    }

    private CompletableFuture<Answer> ask(Question question, Message query, long deadline) {
        byte[] wire = query.toWire();
        return udp.sendAndReceiveUdp(null, address, query, wire, EDNS_SIZE, left(deadline))
                .thenCompose(bytes -> read(question, query, parse(bytes), deadline));
    }

    private CompletableFuture<Answer> read(Question question, Message query, Message response, long deadline) {
        if (response.getHeader().getFlag(Flags.TC)) {
            return askOverTcp(question, query, query.toWire(), deadline);
        }
        // RFC 6891 section 7: a server that does not know EDNS says so.
        if (response.getRcode() == Rcode.FORMERR && query.getOPT() != null) {
            return ask(question, query(question, false), deadline);
        }
        return CompletableFuture.completedFuture(AnswerReader.read(question, response));
    }

    @Override
    public CompletableFuture<Answer> goOn(Question question, byte[] reply, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        return CompletableFuture.completedFuture(reply)
                .thenCompose(bytes -> read(question, query(question, false), parse(bytes), deadline))
                .exceptionally(DnsResolver::cause);
    }

    private CompletableFuture<Answer> askOverTcp(Question question, Message query, byte[] wire, long deadline) {
        Duration left = left(deadline);
        return tcp.sendAndReceiveTcp(null, address, query, wire, left)
                .orTimeout(left.toNanos(), TimeUnit.NANOSECONDS)
                .handle((bytes, failure) -> bytes == null ? null : bytes)
                .thenApply(bytes -> bytes == null
                        ? new Answer.Failed(Answer.Cause.TRUNCATED)
                        : readTcp(question, query, parse(bytes)));
    }

    private static Answer readTcp(Question question, Message query, Message response) {
        boolean ours = response.getHeader().getFlag(Flags.QR)
                && response.getHeader().getID() == query.getHeader().getID()
                && response.getSection(Section.QUESTION).equals(query.getSection(Section.QUESTION));
        if (!ours) {
            return new Answer.Failed(Answer.Cause.MALFORMED);
        }
        return response.getHeader().getFlag(Flags.TC)
                ? new Answer.Failed(Answer.Cause.TRUNCATED)
                : AnswerReader.read(question, response);
    }

    private static Message query(Question question, boolean edns) {
        Message query = Message.newQuery(Record.newRecord(question.name(), question.type(), DClass.IN));
        query.getHeader().setFlag(Flags.RD);
        if (edns) {
            query.addRecord(new OPTRecord(EDNS_SIZE, 0, 0), Section.ADDITIONAL);
        }
        return query;
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
    }

    private static Message parse(byte[] bytes) {
        try {
            ByteBuffer wire = ByteBuffer.wrap(bytes);
            Message response = new Message(wire);
            if (wire.hasRemaining() && !response.getHeader().getFlag(Flags.TC)) {
                throw new MalformedResponse();
            }
            return response;
        } catch (IOException | RuntimeException e) {
            throw new CompletionException(new MalformedResponse());
        }
    }

    /** Carries no cause and no text: both could repeat the question. */
    private static final class MalformedResponse extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static Answer cause(@Nullable Throwable failure) {
        Throwable root =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (root instanceof SocketTimeoutException) {
            return new Answer.Failed(Answer.Cause.TIMEOUT);
        }
        return new Answer.Failed(root instanceof IOException ? Answer.Cause.NETWORK : Answer.Cause.MALFORMED);
    }
}
