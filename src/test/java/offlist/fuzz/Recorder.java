package offlist.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import offlist.catalogue.Kind;
import offlist.catalogue.Zone;
import offlist.pool.IpAddress;
import offlist.pool.Target;
import offlist.probe.Kinds;
import offlist.probe.QueryName;
import offlist.testing.FakeDns;
import offlist.testing.Rbldnsd;
import offlist.testing.Unbound;
import offlist.yaml.Secret;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import org.xbill.DNS.io.DefaultIoClientFactory;

/** Asks a real rbldnsd and a real unbound for every kind of answer and keeps what they send. */
final class Recorder implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(8);
    private static final String KEYED = "{key}.keyed.example";
    private static final int EDNS_SIZE = 1232;
    /** RFC 5782 section 5 asks for it as nibbles. */
    private static final IpAddress MAPPED_TEST_POINT = IpAddress.v6(0, 0xFFFF_7F00_0002L);

    private final Rbldnsd lists =
            Rbldnsd.serving("bl.example", Zone.of(KEYED).withKey(key()).name());
    private final FakeDns aliases = FakeDns.start();
    private final Unbound resolver = new Unbound();
    private final List<Recording> made = new ArrayList<>();

    static Secret key() {
        return Secret.of(Recording.KEY);
    }

    List<Recording> record() {
        serve();
        resolve();
        both("bl.example", "192.0.2.10", "listed");
        both("bl.example", "192.0.2.20", "several");
        both("bl.example", "192.0.2.30", "error");
        both("bl.example", "192.0.2.99", "clean");
        both("bl.example", "2001:db8::25", "nibbles");
        both("bl.example", "listed.example", "domain");
        both(KEYED, "192.0.2.10", "keyed");
        ask(server(), "rbldnsd", "unknown.example", "192.0.2.10", "refused");
        ask(unbound(), "unbound", "broken.example", "192.0.2.10", "servfail");
        ask(unbound(), "unbound", "owned.example", "192.0.2.10", "empty");
        ask(unbound(), "unbound", "owned.example", "192.0.2.20", "long");
        ask(unbound(), "unbound", "owned.example", "192.0.2.30", "local-alias");
        ask(unbound(), "unbound", "alias.example", "192.0.2.10", "alias");
        ask(unbound(), "unbound", "alias.example", "192.0.2.99", "alias-to-nothing");
        return List.copyOf(made);
    }

    private void serve() {
        lists.stop();
        for (String zone : List.of("bl.example", Recording.KEY + ".keyed.example")) {
            lists.list(zone, "192.0.2.10", "127.0.0.2", "listed, see https://" + zone + "/?ip=$");
        }
        lists.list("bl.example", "192.0.2.20", "127.0.0.2", "seen spam");
        lists.list("bl.example", "192.0.2.30", "127.255.255.254", "Error: open resolver");
        lists.dataset("bl.example", "ip4set", "192.0.2.20 :127.0.0.4:an open proxy\n192.0.2.20 :127.0.0.9:dropped")
                .dataset("bl.example", "ip6trie", "2001:db8::25 :127.0.0.3:snowshoe\n::ffff:7f00:2 :127.0.0.2:test")
                .dataset("bl.example", "dnset", "listed.example :127.0.1.2:a domain\ntest :127.0.1.2:test")
                .start();
    }

    private void resolve() {
        // unbound takes the alias from there and asks the list for what it leads to.
        aliases.zone("bl.example").list("192.0.2.10", "127.0.0.2");
        aliases.zone("alias.example")
                .testPoints()
                .add("10.2.0.192", Type.CNAME, "10.2.0.192.bl.example.")
                .add("99.2.0.192", Type.CNAME, "99.2.0.192.bl.example.");
        int port = lists.port();
        resolver.forZone("bl.example", port)
                .forZone("keyed.example", port)
                .forZone("alias.example", aliases.port())
                .forZone("broken.example", aliases.port())
                .owning("owned.example")
                .record("10.2.0.192.owned.example. IN MX 10 mail.owned.example.")
                .record("20.2.0.192.owned.example. IN A 127.0.0.2")
                .record("30.2.0.192.owned.example. IN CNAME 10.2.0.192.bl.example.");
        IntStream.range(0, 12)
                .forEach(i -> resolver.record(
                        "20.2.0.192.owned.example. IN TXT \"" + i + " " + "long text ".repeat(20) + "\""));
        resolver.start();
    }

    private InetSocketAddress server() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), lists.port());
    }

    private InetSocketAddress unbound() {
        int port = Integer.parseInt(resolver.resolver().split(":", 2)[1]);
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private void both(String zone, String target, String what) {
        ask(server(), "rbldnsd", zone, target, what);
        ask(unbound(), "unbound", zone, target, what);
    }

    /** The address and the text as they are asked together, and the test point that vouches for an empty answer. */
    private void ask(InetSocketAddress at, String by, String zone, String target, String what) {
        Kind kind = Kinds.of(Target.parse(target));
        one(at, by + "-" + what + "-a", zone, target, Target.parse(target), Type.A);
        one(at, by + "-" + what + "-txt", zone, target, Target.parse(target), Type.TXT);
        Target point = switch (kind) {
            case IPV4 -> IpAddress.parse("127.0.0.2");
            case IPV6 -> MAPPED_TEST_POINT;
            case DOMAIN -> Target.parse("test");
        };
        one(at, by + "-" + what + "-point", zone, target, point, Type.A);
    }

    private void one(InetSocketAddress at, String name, String zone, String target, Target asked, int type) {
        Zone of = zone.contains("{") ? Zone.of(zone).withKey(key()) : Zone.of(zone);
        Message query = query(QueryName.of(of, asked).orElseThrow(), type);
        byte[] answer = wait(new DefaultIoClientFactory()
                .createOrGetUdpClient()
                .sendAndReceiveUdp(null, at, query, query.toWire(), Message.MAXLENGTH, TIMEOUT));
        keep(name, zone, target, "udp", answer);
        if (truncated(answer)) {
            byte[] whole = wait(new DefaultIoClientFactory()
                    .createOrGetTcpClient()
                    .sendAndReceiveTcp(null, at, query, query.toWire(), TIMEOUT));
            keep(name + "-tcp", zone, target, "tcp", whole);
        }
    }

    private void keep(String name, String zone, String target, String transport, byte[] answer) {
        made.add(new Recording(name + ".bin", zone, target, transport, ByteBuffer.wrap(answer)));
    }

    private static boolean truncated(byte[] answer) {
        try {
            return new Message(answer).getHeader().getFlag(Flags.TC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the program asks. */
    private static Message query(QueryName name, int type) {
        Message query = Message.newQuery(Record.newRecord(name.name(), type, DClass.IN));
        query.getHeader().setFlag(Flags.RD);
        query.addRecord(new OPTRecord(EDNS_SIZE, 0, 0), Section.ADDITIONAL);
        return query;
    }

    private static byte[] wait(CompletableFuture<byte[]> answer) {
        try {
            return answer.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("a server did not answer", e);
        }
    }

    @Override
    public void close() {
        resolver.close();
        aliases.close();
        lists.close();
    }
}
