package offlist.testing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import offlist.dns.ResolverId;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A DNS server for tests, UDP and TCP on one free port of 127.0.0.1. It answers from its zones, refuses other names,
 * and misbehaves as it is told:
 *
 * <pre>{@code
 * try (FakeDns dns = FakeDns.start()) {
 *     dns.zone("bl.test").testPoints().list("192.0.2.10", "127.0.0.2", "seen spam");
 *     dns.on("slow.test", FakeDnsFault.delay(Duration.ofSeconds(1)));
 *     dns.silent();
 *     dns.wellBehaved();
 *     dns.asked().times(name, Type.A);
 * }
 * }</pre>
 */
public final class FakeDns implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int BUFFER = 4 << 20;
    private static final int LONGEST_CHAIN = 32;

    private record Rule(Name suffix, FakeDnsFault fault) {}

    private final DatagramSocket udp;
    private final DatagramSocket otherUdp;
    private final DatagramSocket otherHost;
    private final ServerSocket tcp;
    private final Map<Name, FakeDnsZone> zones = new ConcurrentHashMap<>();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final FakeDnsLog log = new FakeDnsLog();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(daemon("fake-dns-later"));

    private FakeDns(DatagramSocket udp, DatagramSocket otherUdp, DatagramSocket otherHost, ServerSocket tcp) {
        this.udp = udp;
        this.otherUdp = otherUdp;
        this.otherHost = otherHost;
        this.tcp = tcp;
    }

    public static FakeDns start() {
        for (int attempt = 0; ; attempt++) {
            try {
                FakeDns dns = bind();
                daemon("fake-dns-udp").newThread(dns::serveUdp).start();
                daemon("fake-dns-tcp").newThread(dns::serveTcp).start();
                return dns;
            } catch (IOException e) {
                if (attempt == 20) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static FakeDns bind() throws IOException {
        DatagramSocket udp = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0));
        udp.setReceiveBufferSize(BUFFER);
        try {
            ServerSocket tcp = new ServerSocket(udp.getLocalPort(), 128, LOOPBACK);
            DatagramSocket otherUdp = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0));
            DatagramSocket otherHost = new DatagramSocket(new InetSocketAddress("127.0.0.2", udp.getLocalPort()));
            return new FakeDns(udp, otherUdp, otherHost, tcp);
        } catch (IOException e) {
            udp.close();
            throw e;
        }
    }

    public int port() {
        return udp.getLocalPort();
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(LOOPBACK, port());
    }

    /** As a resolver is named in a configuration: {@code 127.0.0.1:54321}. */
    public ResolverId id() {
        return new ResolverId("127.0.0.1:" + port());
    }

    /** The zone of that name, made when it is not there. */
    public FakeDnsZone zone(String name) {
        return zones.computeIfAbsent(absolute(name), FakeDnsZone::new);
    }

    /** Forgets a zone; its names are refused from then on. */
    public void dropZone(String name) {
        zones.remove(absolute(name));
    }

    /** From now on this happens to answers for the name and all names below; faults of several rules add up. */
    public FakeDns on(String suffix, FakeDnsFault fault) {
        rules.add(new Rule(absolute(suffix), fault));
        return this;
    }

    /** From now on this happens to all answers. */
    public FakeDns always(FakeDnsFault fault) {
        return on(".", fault);
    }

    /** Answers nothing at all. */
    public FakeDns silent() {
        return always(FakeDnsFault.drop());
    }

    /** Answers everything with this code. */
    public FakeDns rcode(int rcode) {
        return always(FakeDnsFault.rcode(rcode));
    }

    /** Forgets all faults. */
    public FakeDns wellBehaved() {
        rules.clear();
        return this;
    }

    /** From now on connections are refused; what comes over UDP is answered as before. */
    public FakeDns withoutTcp() {
        try {
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public FakeDnsLog asked() {
        return log;
    }

    @Override
    public void close() {
        udp.close();
        otherUdp.close();
        otherHost.close();
        connections.forEach(FakeDns::hangUp);
        later.shutdownNow();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who keeps a connection must not be answered from here when another server has the port. */
    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serveUdp() {
        DatagramPacket packet = new DatagramPacket(new byte[Message.MAXLENGTH], Message.MAXLENGTH);
        while (!udp.isClosed()) {
            try {
                udp.receive(packet);
                answerUdp(Arrays.copyOf(packet.getData(), packet.getLength()), packet.getSocketAddress());
                packet.setLength(Message.MAXLENGTH);
            } catch (IOException e) {
                continue;
            }
        }
    }

    private void answerUdp(byte[] wire, SocketAddress from) throws IOException {
        FakeDnsReply reply = replyTo(new Message(wire), ((InetSocketAddress) from).getPort(), false);
        for (byte[] early : reply.before()) {
            udp.send(new DatagramPacket(early, early.length, from));
        }
        DatagramSocket way = reply.leavesFromOtherPort() ? otherUdp : reply.leavesFromOtherHost() ? otherHost : udp;
        byte[] answer = reply.toWire();
        sendLater(reply, () -> way.send(new DatagramPacket(answer, answer.length, from)));
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try {
                Socket socket = tcp.accept();
                connections.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                continue;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            answerAll(socket);
        } catch (IOException e) {
            return;
        } finally {
            connections.remove(socket);
        }
    }

    private void answerAll(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        while (!tcp.isClosed()) {
            byte[] wire = in.readNBytes(in.readUnsignedShort());
            FakeDnsReply reply = replyTo(new Message(wire), socket.getPort(), true);
            byte[] answer = reply.toWire();
            sendLater(reply, () -> {
                out.write(framed(answer));
                out.flush();
            });
        }
    }

    private static byte[] framed(byte[] answer) {
        byte[] framed = new byte[answer.length + 2];
        framed[0] = (byte) (answer.length >>> 8);
        framed[1] = (byte) answer.length;
        System.arraycopy(answer, 0, framed, 2, answer.length);
        return framed;
    }

    private interface Sending {
        void run() throws IOException;
    }

    private void sendLater(FakeDnsReply reply, Sending sending) throws IOException {
        if (reply.dropped()) {
            return;
        }
        if (reply.delay().isZero()) {
            sending.run();
            return;
        }
        Runnable quiet = () -> {
            try {
                sending.run();
            } catch (IOException e) {
                return;
            }
        };
        var unused = later.schedule(quiet, reply.delay().toMillis(), TimeUnit.MILLISECONDS);
    }

    private FakeDnsReply replyTo(Message query, int port, boolean overTcp) {
        Record asked = query.getQuestion();
        log.note(asked, port, overTcp);
        FakeDnsReply reply = new FakeDnsReply(query, answer(query), overTcp);
        for (Rule rule : rules) {
            if (asked.getName().subdomain(rule.suffix())) {
                rule.fault().apply(reply);
            }
        }
        return reply;
    }

    private Message answer(Message query) {
        Record asked = query.getQuestion();
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        if (query.getHeader().getFlag(Flags.RD)) {
            answer.getHeader().setFlag(Flags.RD);
        }
        answer.addRecord(asked, Section.QUESTION);
        if (query.getOPT() != null) {
            answer.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
        }
        fill(answer, asked.getName(), asked.getType(), 0);
        return answer;
    }

    private void fill(Message answer, Name name, int type, int depth) {
        Optional<FakeDnsZone> zone = zoneOf(name);
        if (zone.isEmpty() || depth == LONGEST_CHAIN) {
            answer.getHeader().setRcode(depth == 0 ? Rcode.REFUSED : Rcode.SERVFAIL);
            return;
        }
        List<Record> records = zone.get().recordsOf(name).orElse(List.of());
        if (zone.get().recordsOf(name).isEmpty()) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        List<Record> wanted = records.stream()
                .filter(record -> record.getType() == type || record.getType() == Type.CNAME)
                .toList();
        wanted.forEach(record -> answer.addRecord(record, Section.ANSWER));
        if (wanted.isEmpty()) {
            answer.addRecord(zone.get().soa(), Section.AUTHORITY);
        } else if (type != Type.CNAME && wanted.getFirst() instanceof CNAMERecord alias) {
            fill(answer, alias.getTarget(), type, depth + 1);
        }
    }

    private Optional<FakeDnsZone> zoneOf(Name name) {
        Name at = name;
        while (at.labels() > 1 || zones.containsKey(at)) {
            FakeDnsZone zone = zones.get(at);
            if (zone != null) {
                return Optional.of(zone);
            }
            at = new Name(at, 1);
        }
        return Optional.empty();
    }

    private static Name absolute(String name) {
        return Name.fromConstantString(name.endsWith(".") ? name : name + ".");
    }

    private static java.util.concurrent.ThreadFactory daemon(String name) {
        return Thread.ofPlatform().daemon().name(name).factory();
    }
}
