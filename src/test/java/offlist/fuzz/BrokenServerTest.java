package offlist.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import offlist.dns.Answer;
import offlist.dns.Question;
import offlist.dns.Resolver;
import offlist.dns.Resolvers;
import offlist.testing.FakeDns;
import offlist.testing.FakeDnsReply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * A server that breaks some of its answers, over real UDP and TCP: they pass the door with the right id and question, and
 * forgeries under the ids of others come beside them.
 */
class BrokenServerTest {
    private static final int QUESTIONS = 4_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A broken answer may be none; nobody has to wait long for those. */
    private static final Duration SHORT = Duration.ofMillis(400);

    private final FakeDns server = FakeDns.start();
    private final Resolvers resolvers = new Resolvers();
    private final Resolver resolver = resolvers.resolver(server.id());
    private final Random random = new Random(11);
    private final Mutator mutator =
            new Mutator(random, Recordings.all().stream().map(Recording::bytes).toList());
    private final Semaphore underWay = new Semaphore(200);
    private byte[] lastQuery = {};

    @AfterEach
    void stop() {
        resolvers.close();
        server.close();
    }

    private static String address(int number) {
        return "10.0." + number / 256 + "." + number % 256;
    }

    private static String code(int number) {
        return "127.1." + number / 256 + "." + number % 256;
    }

    @Test
    void rightAnswersAreNeitherLostNorMixedUpBetweenBrokenOnes() throws Exception {
        for (int i = 0; i < QUESTIONS; i++) {
            server.zone(i % 2 == 0 ? "right.test" : "broken.test").list(address(i), code(i));
        }
        server.on("broken.test", this::breakIt);
        Map<Integer, CompletableFuture<Answer>> right = new LinkedHashMap<>();
        List<CompletableFuture<Answer>> broken = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            if (i % 2 == 0) {
                right.put(i, ask("right.test", i, PATIENCE));
            } else {
                broken.add(ask("broken.test", i, SHORT));
            }
        }
        for (CompletableFuture<Answer> answer : broken) {
            assertThat(result(answer)).isNotNull();
        }
        for (Map.Entry<Integer, CompletableFuture<Answer>> asked : right.entrySet()) {
            assertThat(addresses(result(asked.getValue()))).containsExactly(code(asked.getKey()));
        }
        assertThat(resolvers.ignoredPackets()).isGreaterThan(QUESTIONS / 4);
        assertThat(server.asked().overTcp()).isPositive();
    }

    private CompletableFuture<Answer> ask(String zone, int number, Duration timeout) throws InterruptedException {
        assertThat(underWay.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        Name name = server.zone(zone).nameOf(address(number));
        return resolver.ask(new Question(name, Type.A), timeout).whenComplete((answer, failure) -> underWay.release());
    }

    /** Runs on one thread for UDP; over TCP several connections may come at once. */
    private synchronized void breakIt(FakeDnsReply reply) {
        byte[] good = reply.toWire();
        byte[] broken = mutator.mutated(good);
        if (random.nextInt(3) == 0 && broken.length > 12) {
            truncate(broken);
        }
        if (lastQuery.length > 1 && !reply.tcp()) {
            byte[] forged = good.clone();
            forged[0] = lastQuery[0];
            forged[1] = lastQuery[1];
            reply.sendBefore(forged);
        }
        lastQuery = good;
        reply.sendBytes(doorOpened(good, broken));
    }

    private static void truncate(byte[] packet) {
        packet[2] |= 2;
    }

    /** The id, the sign of a response and the question as they have to be, the rest broken. */
    private static byte[] doorOpened(byte[] good, byte[] broken) {
        int end = SimplePacket.endOfQuestion(good);
        byte[] packet = java.util.Arrays.copyOf(broken, Math.max(end, broken.length));
        System.arraycopy(good, 0, packet, 0, 2);
        packet[2] |= (byte) 0x80;
        packet[4] = 0;
        packet[5] = 1;
        System.arraycopy(good, 12, packet, 12, end - 12);
        return packet;
    }

    private static Answer result(CompletableFuture<Answer> answer)
            throws ExecutionException, InterruptedException, TimeoutException {
        return answer.get(30, TimeUnit.SECONDS);
    }

    private static List<String> addresses(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Records.class);
        return ((Answer.Records) answer)
                .records().stream()
                        .map(record -> ((ARecord) record).getAddress().getHostAddress())
                        .toList();
    }
}
