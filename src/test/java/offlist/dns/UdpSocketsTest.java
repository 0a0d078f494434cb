package offlist.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import offlist.testing.FakeDns;
import offlist.testing.FakeDnsFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class UdpSocketsTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(150);

    private final FakeDns dns = FakeDns.start();
    private final UdpSockets sockets = UdpSockets.open();

    @BeforeEach
    void list() {
        dns.zone("bl.test").list("192.0.2.10", "127.0.0.2");
    }

    @AfterEach
    void stop() {
        sockets.close();
        dns.close();
    }

    private static Message query(String name) {
        return Message.newQuery(Record.newRecord(Name.fromConstantString(name), Type.A, DClass.IN));
    }

    private CompletableFuture<byte[]> ask(String name, Duration timeout) {
        return sockets.ask(dns.address(), query(name).toWire(), timeout);
    }

    private static Message result(CompletableFuture<byte[]> reply) throws Exception {
        return new Message(reply.get(20, TimeUnit.SECONDS));
    }

    private static Throwable failure(CompletableFuture<byte[]> reply) throws Exception {
        return reply.<Throwable>handle((bytes, failure) -> failure != null ? failure : new AssertionError("an answer"))
                .get(20, TimeUnit.SECONDS);
    }

    @Test
    void theReplyCarriesTheCallersId() throws Exception {
        Message query = query("10.2.0.192.bl.test.");
        Message reply = result(sockets.ask(dns.address(), query.toWire(), LONG));
        assertThat(reply.getHeader().getID()).isEqualTo(query.getHeader().getID());
        assertThat(reply.getSection(Section.ANSWER)).hasSize(1);
    }

    @Test
    void theIdOnTheWireIsAnotherOne() throws Exception {
        List<Integer> onTheWire = new ArrayList<>();
        dns.always(reply -> onTheWire.add(reply.query().getHeader().getID()));
        Message query = query("10.2.0.192.bl.test.");
        for (int i = 0; i < 50; i++) {
            result(sockets.ask(dns.address(), query.toWire(), LONG));
        }
        assertThat(onTheWire.stream().distinct().count()).isGreaterThan(45);
    }

    @Test
    void forgeriesAreCountedAndTheQueryKeepsWaiting() throws Exception {
        dns.always(FakeDnsFault.forgeriesFirst()).always(FakeDnsFault.delay(Duration.ofMillis(50)));
        assertThat(result(ask("10.2.0.192.bl.test.", LONG)).getSection(Section.ANSWER))
                .hasSize(1);
        assertThat(sockets.ignored()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "question", "port", "case", "not a response", "two questions"})
    void aReplyThatDoesNotMatchIsNone(String what) throws Exception {
        dns.always(mismatch(what));
        assertThat(failure(ask("10.2.0.192.bl.test.", SHORT))).isInstanceOf(SocketTimeoutException.class);
        assertThat(sockets.ignored()).isEqualTo(1);
    }

    private static FakeDnsFault mismatch(String what) {
        return switch (what) {
            case "id" -> FakeDnsFault.wrongId();
            case "question" -> FakeDnsFault.wrongQuestion();
            case "port" -> FakeDnsFault.fromOtherPort();
            case "case" -> reply -> reply.replaceBy(answerTo(reply.query(), "10.2.0.192.BL.test."));
            case "not a response" -> reply -> reply.message().getHeader().unsetFlag(Flags.QR);
            default -> reply -> reply.message().addRecord(reply.query().getQuestion(), Section.QUESTION);
        };
    }

    private static Message answerTo(Message query, String name) {
        Message answer = query(name);
        answer.getHeader().setID(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        return answer;
    }

    @Test
    void silenceEndsWithTheTimeOut() throws Exception {
        dns.silent();
        long start = System.nanoTime();
        assertThat(failure(ask("10.2.0.192.bl.test.", SHORT))).isInstanceOf(SocketTimeoutException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, Duration.ofSeconds(5));
    }

    @Test
    void aLateReplyIsIgnored() throws Exception {
        dns.always(FakeDnsFault.delay(Duration.ofMillis(300)));
        assertThat(failure(ask("10.2.0.192.bl.test.", SHORT))).isInstanceOf(SocketTimeoutException.class);
        await().atMost(LONG).until(() -> sockets.ignored() == 1);
    }

    @Test
    void aSlowServerDoesNotHoldUpAnother() throws Exception {
        try (FakeDns slow = FakeDns.start()) {
            slow.silent();
            CompletableFuture<byte[]> waiting =
                    sockets.ask(slow.address(), query("x.bl.test.").toWire(), LONG);
            assertThat(result(ask("10.2.0.192.bl.test.", LONG)).getSection(Section.ANSWER))
                    .hasSize(1);
            assertThat(waiting).isNotDone();
        }
    }

    @Test
    void thousandsOfQueriesAtOnceShareAFewSockets() throws Exception {
        List<CompletableFuture<byte[]>> replies = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            // Bursts larger than the kernel's buffers would be lost on the way and are not the subject here.
            if (i % 100 == 0 && i > 0) {
                replies.get(i - 50).get(10, TimeUnit.SECONDS);
            }
            replies.add(ask("n" + i + ".bl.test.", LONG));
        }
        for (int i = 0; i < replies.size(); i++) {
            Name asked = result(replies.get(i)).getQuestion().getName();
            assertThat(asked).hasToString("n" + i + ".bl.test.");
        }
        assertThat(dns.asked().ports()).hasSizeBetween(10, 16);
        assertThat(sockets.ignored()).isZero();
    }

    @Test
    void manyUnansweredQueriesAllTimeOut() throws Exception {
        dns.silent();
        List<CompletableFuture<byte[]>> replies = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            replies.add(ask("n" + i + ".bl.test.", SHORT));
        }
        for (CompletableFuture<byte[]> reply : replies) {
            assertThat(failure(reply)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aWornSocketIsReplacedAndStillHearsItsAnswers() throws Exception {
        dns.always(FakeDnsFault.delay(Duration.ofMillis(100)));
        try (UdpSockets fewer = UdpSockets.open(new UdpSockets.Wear(1, 2, LONG))) {
            List<CompletableFuture<byte[]>> replies = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                replies.add(
                        fewer.ask(dns.address(), query("n" + i + ".bl.test.").toWire(), LONG));
            }
            for (CompletableFuture<byte[]> reply : replies) {
                assertThat(result(reply).getHeader().getFlag(Flags.QR)).isTrue();
            }
        }
        assertThat(dns.asked().ports()).hasSize(3);
    }

    @Test
    void asksOverIpv6() throws Exception {
        try (java.net.DatagramSocket server =
                new java.net.DatagramSocket(new InetSocketAddress(InetAddress.getByName("::1"), 0))) {
            InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
            CompletableFuture<byte[]> reply =
                    sockets.ask(address, query("a.bl.test.").toWire(), LONG);
            java.net.DatagramPacket packet = new java.net.DatagramPacket(new byte[512], 512);
            server.receive(packet);
            packet.getData()[2] |= (byte) 0x80;
            server.send(packet);
            assertThat(result(reply).getQuestion().getName()).hasToString("a.bl.test.");
        } catch (java.net.BindException e) {
            org.junit.jupiter.api.Assumptions.abort("no IPv6 loopback here");
        }
    }

    @Test
    void afterClosingEverythingFailsAtOnce() throws Exception {
        dns.silent();
        CompletableFuture<byte[]> waiting = ask("a.bl.test.", LONG);
        sockets.close();
        assertThat(failure(waiting)).isInstanceOf(IOException.class);
        assertThat(failure(ask("b.bl.test.", LONG))).isInstanceOf(IOException.class);
    }

    @Test
    void aNameInPlaceOfAnAddressIsRefused() throws Exception {
        InetSocketAddress name = InetSocketAddress.createUnresolved("resolver.example", 53);
        assertThat(failure(sockets.ask(name, query("a.").toWire(), LONG))).isInstanceOf(IOException.class);
    }

    @Test
    void somethingThatIsNoQueryIsOurOwnMistake() {
        assertThatThrownBy(() -> sockets.ask(dns.address(), new byte[12], LONG))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
