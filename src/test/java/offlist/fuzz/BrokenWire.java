package offlist.fuzz;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import offlist.dns.DatagramGate;
import offlist.dns.DatagramGate.Datagram;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;
import org.xbill.DNS.io.TcpIoClient;

/**
 * A network that breaks the recorded answers on their way, and a watch over which of them are taken: those that come from
 * where the question went, with its id and its question, and no other.
 */
final class BrokenWire implements DatagramGate.Wire, TcpIoClient {
    static final InetSocketAddress SERVER = new InetSocketAddress(address(127, 0, 0, 53), 53);
    private static final InetSocketAddress OTHER_PORT = new InetSocketAddress(SERVER.getAddress(), 5353);
    private static final InetSocketAddress OTHER_HOST = new InetSocketAddress(address(127, 0, 0, 54), 53);

    private final RandomGenerator random;
    private final Mutator mutator;
    private final Tally tally;
    private final Work work;
    private final Map<String, byte[]> answers = new HashMap<>();
    private final Map<Integer, byte[]> others = new HashMap<>();
    private Optional<byte[]> current = Optional.empty();
    private Optional<byte[]> taken = Optional.empty();
    private boolean honest;
    private int packets;

    BrokenWire(RandomGenerator random, Mutator mutator, Tally tally, Work work) {
        this.random = random;
        this.mutator = mutator;
        this.tally = tally;
        this.work = work;
    }

    private static InetAddress address(int... octets) {
        try {
            byte[] bytes = new byte[4];
            for (int i = 0; i < 4; i++) {
                bytes[i] = (byte) octets[i];
            }
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on these are the true answers, each to its own question; broken ones come unless the wire is honest. */
    void serve(List<Recording> recordings, boolean honest) {
        answers.clear();
        recordings.forEach(recording -> answers.put(key(recording.bytes(), recording.tcp()), recording.bytes()));
        this.honest = honest;
    }

    private static String key(byte[] message, boolean tcp) {
        byte[] question = Arrays.copyOfRange(message, 12, SimplePacket.endOfQuestion(message));
        return SimplePacket.hex(question) + (tcp ? "/tcp" : "");
    }

    /** Queries that wait beside those that are made. */
    void wait(List<byte[]> queries) {
        queries.forEach(query -> others.put(id(query), query));
    }

    int packets() {
        return packets;
    }

    /** The packet that was taken last, since this was asked last. */
    Optional<byte[]> taken() {
        Optional<byte[]> last = taken;
        taken = Optional.empty();
        return last;
    }

    @Override
    public List<Datagram> after(InetSocketAddress to, byte[] query) {
        return work.aside(() -> arriving(query));
    }

    private List<Datagram> arriving(byte[] query) {
        current = Optional.of(query);
        byte[] answer = answer(query, false);
        List<Datagram> arriving = new ArrayList<>();
        for (int i = honest ? 0 : random.nextInt(3); i >= 0; i--) {
            byte[] packet = honest ? answer : mutator.mutated(answer);
            arriving.add(new Datagram(honest ? SERVER : source(), ByteBuffer.wrap(packet)));
        }
        return arriving;
    }

    /** The recorded answer to a question, under the id of the query; where there is none, that to another question. */
    private byte[] answer(byte[] query, boolean tcp) {
        byte[] found = answers.getOrDefault(
                key(query, tcp),
                answers.getOrDefault(
                        key(query, false), answers.values().iterator().next()));
        byte[] answer = found.clone();
        answer[0] = query[0];
        answer[1] = query[1];
        return answer;
    }

    private InetSocketAddress source() {
        return switch (random.nextInt(24)) {
            case 0 -> OTHER_PORT;
            case 1 -> OTHER_HOST;
            default -> SERVER;
        };
    }

    @Override
    public void decided(Datagram datagram, byte @Nullable [] query) {
        packets++;
        byte[] packet = datagram.bytes().array();
        byte[] rightful = rightful(datagram.from(), packet);
        if (!Arrays.equals(query, rightful)) {
            throw new BrokenProperty(
                    query == null
                            ? "an answer was not taken"
                            : "a packet was taken that answers nothing, or another query");
        }
        tally.count(query == null ? "gate.refused" : "gate.accepted");
        if (query != null && current.filter(asked -> asked == rightful).isPresent()) {
            current = Optional.empty();
            taken = Optional.of(named(packet));
        }
    }

    /** As the asker gets it: under the id that it gave. */
    private static byte[] named(byte[] packet) {
        byte[] named = packet.clone();
        named[0] = (byte) (DatagramGate.CALLERS_ID >>> 8);
        named[1] = (byte) DatagramGate.CALLERS_ID;
        return named;
    }

    /** RFC 5452 section 9.1, said once more with other words. */
    private byte @Nullable [] rightful(InetSocketAddress from, byte[] packet) {
        if (packet.length < 12 || !from.equals(SERVER)) {
            return null;
        }
        byte[] query = current.filter(asked -> id(asked) == id(packet)).orElseGet(() -> others.get(id(packet)));
        boolean response = packet[2] < 0;
        boolean one = packet[4] == 0 && packet[5] == 1;
        if (query == null || !response || !one) {
            return null;
        }
        int end = SimplePacket.endOfQuestion(query);
        boolean same = packet.length >= end && Arrays.equals(query, 12, end, packet, 12, end);
        return same ? query : null;
    }

    private static int id(byte[] message) {
        return (message[0] & 0xFF) << 8 | message[1] & 0xFF;
    }

    @Override
    public CompletableFuture<byte[]> sendAndReceiveTcp(
            @Nullable InetSocketAddress local, InetSocketAddress remote, Message query, byte[] data, Duration timeout) {
        packets++;
        tally.count("tcp");
        if (!honest && random.nextInt(8) == 0) {
            return CompletableFuture.failedFuture(new SocketTimeoutException("nothing over TCP"));
        }
        byte[] answer = named(answer(data, true));
        byte[] packet = honest ? answer : work.aside(() -> mutator.mutated(answer));
        taken = Optional.of(packet);
        return CompletableFuture.completedFuture(packet);
    }
}
