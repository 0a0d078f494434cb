package offlist.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

class HotPathTest {
    private static final Name ZONE = Name.fromConstantString("bl.example.org.");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int NXDOMAIN = 3;

    private final HotPath hot = HotPath.open();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Told told = new Told();

    @AfterEach
    void close() throws Exception {
        hot.close();
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    /** What became of each slot; a slot that is told twice is a fault. */
    private static final class Told implements HotReplies {
        final Map<Integer, String> fate = new HashMap<>();
        final Map<Integer, byte[]> replies = new HashMap<>();
        boolean lookAtAll;

        private void put(int slot, String what) {
            String before = fate.put(slot, what);
            assertThat(before).as("slot %d was told before", slot).isNull();
        }

        @Override
        public boolean noSuchName(int slot, long took) {
            assertThat(took).isNotNegative();
            if (lookAtAll) {
                return false;
            }
            put(slot, "no such name");
            return true;
        }

        @Override
        public void other(int slot, long high, long low, long took, byte[] reply) {
            put(slot, "other");
            replies.put(slot, reply);
        }

        @Override
        public void again(int slot, long high, long low, long took) {
            assertThat(took).isNotNegative();
            put(slot, "again");
        }

        @Override
        public void lost(int slot, long high, long low, long took, Answer.Cause cause) {
            put(slot, cause.label());
        }
    }

    private LoopbackServer server(Function<byte[], List<byte[]>> answers) throws IOException {
        LoopbackServer server = new LoopbackServer(answers);
        open.add(server);
        return server;
    }

    private HotRoute route(LoopbackServer server, Duration timeout) {
        return hot.route(server.id(), new QuestionTemplate(ZONE, Type.A), timeout, 100, told);
    }

    private void ask(HotRoute route, int slot) {
        hot.ask(route, false, slot, 0, 0xC0000200L + slot);
    }

    private void pollUntil(BooleanSupplier done) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("in time; told so far: %s", told.fate)
                    .isLessThan(end);
            hot.poll(10);
        }
    }

    private void pollUntilTold(int count) {
        pollUntil(() -> told.fate.size() >= count);
    }

    @Test
    void aPlainNoIsToldAndForgotten() throws Exception {
        HotRoute route = route(server(question -> List.of(LoopbackServer.answer(question, NXDOMAIN))), LONG);

        ask(route, 7);
        pollUntilTold(1);

        assertThat(told.fate).containsExactly(Map.entry(7, "no such name"));
        assertThat(hot.pending()).isZero();
    }

    @Test
    void whateverIsNoPlainNoIsHandedOnUnread() throws Exception {
        byte[] rcodes = {0, 2, 5, 1};
        HotRoute route = route(
                server(question -> {
                    byte[] answer = LoopbackServer.answer(question, rcodes[question[13] - '1']);
                    return List.of(answer);
                }),
                LONG);
        for (int slot = 0; slot < rcodes.length; slot++) {
            hot.ask(route, false, slot, 0, 0x01020300L + slot + 1);
        }
        pollUntilTold(rcodes.length);

        assertThat(told.fate.values()).containsOnly("other");
        assertThat(java.util.Objects.requireNonNull(told.replies.get(2))[3] & 0xF)
                .isEqualTo(5);
    }

    @Test
    void aNoThatIsTruncatedOrHasAnAnswerOrIsNoQueryIsNoPlainNo() throws Exception {
        HotRoute route = route(
                server(question -> {
                    byte[] answer = LoopbackServer.answer(question, NXDOMAIN);
                    switch (question[13]) {
                        case '1' -> answer[2] |= 0x02;
                        case '2' -> answer[7] = 1;
                        default -> answer[2] |= 0x20;
                    }
                    return List.of(answer);
                }),
                LONG);
        for (int slot = 0; slot < 3; slot++) {
            hot.ask(route, false, slot, 0, 0x01020300L + slot + 1);
        }
        pollUntilTold(3);

        assertThat(told.fate.values()).containsOnly("other");
    }

    @Test
    void somebodyWhoWantsToLookAtANoIsGivenIt() throws Exception {
        told.lookAtAll = true;
        HotRoute route = route(server(question -> List.of(LoopbackServer.answer(question, NXDOMAIN))), LONG);

        ask(route, 1);
        pollUntilTold(1);

        assertThat(told.fate).containsEntry(1, "other");
    }

    @Test
    void aForgedAnswerIsIgnoredAndTheRealOneStillTaken() throws Exception {
        HotRoute route = route(
                server(question -> {
                    byte[] right = LoopbackServer.answer(question, NXDOMAIN);
                    byte[] otherId = right.clone();
                    otherId[1] ^= 1;
                    byte[] otherName = right.clone();
                    otherName[13] ^= 1;
                    byte[] otherType = right.clone();
                    otherType[right.length - 3] ^= 1;
                    byte[] noResponse = right.clone();
                    noResponse[2] &= 0x7F;
                    byte[] twoQuestions = right.clone();
                    twoQuestions[5] = 2;
                    byte[] cut = java.util.Arrays.copyOf(right, right.length - 1);
                    return List.of(otherId, otherName, otherType, noResponse, twoQuestions, cut, new byte[3], right);
                }),
                LONG);

        ask(route, 1);
        pollUntilTold(1);

        assertThat(told.fate).containsEntry(1, "no such name");
        assertThat(hot.ignored()).isEqualTo(7);
    }

    @Test
    void anAnswerThroughAnotherSocketOrFromAnotherAddressIsNotTaken() throws Exception {
        LoopbackServer silent = server(question -> List.of());
        HotRoute route = route(silent, Duration.ofMillis(600));
        for (int slot = 0; slot < 64; slot++) {
            ask(route, slot);
        }
        pollUntil(() -> silent.asked.size() == 64);
        List<SocketAddress> ports = silent.askers.stream().distinct().toList();
        assertThat(ports).hasSizeGreaterThan(1);
        try (DatagramSocket stranger = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            for (int i = 0; i < 64; i++) {
                byte[] answer = LoopbackServer.answer(silent.asked.get(i), NXDOMAIN);
                stranger.send(new DatagramPacket(answer, answer.length, silent.askers.get(i)));
            }
        }
        pollUntilTold(64);

        assertThat(told.fate.values()).containsOnly("timeout");
    }

    @Test
    void silenceIsToldAtTheTimeOutAndALateAnswerNoMore() throws Exception {
        List<byte[]> late = new ArrayList<>();
        LoopbackServer server = server(question -> {
            late.add(LoopbackServer.answer(question, NXDOMAIN));
            return late.size() < 2 ? List.of() : List.copyOf(late);
        });
        HotRoute route = route(server, Duration.ofMillis(150));
        ask(route, 1);
        pollUntilTold(1);
        ask(route, 2);
        pollUntilTold(2);

        assertThat(told.fate).containsEntry(1, "timeout").containsEntry(2, "no such name");
    }

    @Test
    void whoAsksAfterAPauseStillHasTheWholeTime() throws Exception {
        HotRoute route =
                route(server(question -> List.of(LoopbackServer.answer(question, NXDOMAIN))), Duration.ofMillis(300));
        hot.poll(0);
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(600).toNanos());

        ask(route, 1);
        hot.poll(0);
        pollUntilTold(1);

        assertThat(told.fate).containsEntry(1, "no such name");
    }

    @Test
    void aClosedPortIsToldWithoutWaiting() throws Exception {
        LoopbackServer server = server(question -> List.of());
        HotRoute route = route(server, LONG);
        server.close();

        ask(route, 1);
        pollUntilTold(1);

        assertThat(told.fate).containsEntry(1, "network");
    }

    @Test
    void noMoreLeaveThanTheWindowHasRoomFor() throws Exception {
        LoopbackServer silent = server(question -> List.of());
        HotRoute route = hot.route(silent.id(), new QuestionTemplate(ZONE, Type.A), LONG, 5, told);
        int sent = 0;
        for (int i = 0; i < 20; i++) {
            for (int room = hot.room(route); room > 0; room--) {
                ask(route, sent++);
            }
            hot.poll(5);
        }

        assertThat(sent).isEqualTo(5);
    }

    private static byte[] lowered(byte[] answer) {
        for (int i = 12; i < answer.length - 4; i++) {
            answer[i] = (byte) Character.toLowerCase(answer[i]);
        }
        return answer;
    }

    private static boolean mixed(byte[] question) {
        return !java.util.Arrays.equals(question, lowered(question.clone()));
    }

    private void oneByOne(HotRoute route, int count) {
        for (int slot = 0; slot < count; slot++) {
            int next = slot;
            ask(route, slot);
            pollUntil(() -> told.fate.containsKey(next));
            assertThat(told.fate.get(slot)).isNotEqualTo("timeout");
        }
    }

    @Test
    void aReplyInOtherCaseEndsTheQuestionAtOnceAndAnswersNothing() throws Exception {
        HotRoute route = route(
                server(question -> {
                    byte[] right = LoopbackServer.answer(question, NXDOMAIN);
                    byte[] otherCase = right.clone();
                    otherCase[right.length - 4 - 2] ^= 0x20;
                    return List.of(otherCase, right);
                }),
                LONG);

        ask(route, 1);
        pollUntilTold(1);

        assertThat(told.fate).containsEntry(1, "again");
        assertThat(hot.pending()).isZero();
    }

    @Test
    void aServerThatChangesTheCaseLosesNothingToATimeOutAndIsAskedInLowerCaseInTheEnd() throws Exception {
        LoopbackServer lowering = server(question -> List.of(lowered(LoopbackServer.answer(question, NXDOMAIN))));
        HotRoute route = route(lowering, LONG);
        for (int slot = 0; slot < 100; slot++) {
            ask(route, slot);
        }
        pollUntilTold(100);
        ask(route, 100);
        pollUntilTold(101);

        assertThat(told.fate.get(100)).isEqualTo("no such name");
        assertThat(told.fate.values()).containsOnly("again", "no such name");
    }

    @Test
    void aServerThatStopsKeepingTheCaseIsAskedInLowerCaseAfterThreeInARow() throws Exception {
        int[] answered = {0};
        LoopbackServer server = server(question -> {
            byte[] answer = LoopbackServer.answer(question, NXDOMAIN);
            return List.of(answered[0]++ < 20 ? answer : lowered(answer));
        });
        oneByOne(route(server, LONG), 60);

        assertThat(server.asked.subList(0, 20)).anyMatch(HotPathTest::mixed);
        assertThat(server.asked.subList(50, 60)).noneMatch(HotPathTest::mixed);
        assertThat(told.fate.values().stream().filter("again"::equals)).hasSize(3);
        assertThat(told.fate.get(59)).isEqualTo("no such name");
    }

    @Test
    void aServerThatChangesTheCaseNowAndThenIsStillAskedInMixedCase() throws Exception {
        int[] answered = {0};
        LoopbackServer server = server(question -> {
            byte[] answer = LoopbackServer.answer(question, NXDOMAIN);
            return List.of(answered[0]++ % 3 == 0 && mixed(question) ? lowered(answer) : answer);
        });
        oneByOne(route(server, LONG), 60);

        assertThat(server.asked.subList(50, 60)).anyMatch(HotPathTest::mixed);
        assertThat(told.fate.values()).contains("again", "no such name");
    }

    @Test
    void everyQuestionIsToldOnceWhateverTheServerDoes() throws Exception {
        Random random = new Random(17);
        List<byte[]> kept = new ArrayList<>();
        LoopbackServer wild = server(question -> {
            byte[] answer = LoopbackServer.answer(question, random.nextInt(4));
            List<byte[]> out = new ArrayList<>();
            switch (random.nextInt(6)) {
                case 0 -> kept.add(answer);
                case 1 -> out.addAll(List.of(answer, answer));
                case 2 -> {
                    byte[] broken = answer.clone();
                    broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
                    out.add(broken);
                }
                case 3 -> {
                    out.addAll(kept);
                    kept.clear();
                    out.add(answer);
                }
                default -> out.add(answer);
            }
            return out;
        });
        List<HotRoute> routes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            routes.add(route(wild, Duration.ofMillis(80)));
        }
        int asked = 0;
        while (asked < 3_000) {
            HotRoute route = routes.get(random.nextInt(routes.size()));
            if (hot.room(route) > 0) {
                hot.ask(route, false, asked, 0, asked);
                asked++;
            }
            if (random.nextInt(20) == 0 || hot.room(route) == 0) {
                hot.poll(1);
            }
        }
        pollUntilTold(asked);

        assertThat(told.fate).hasSize(3_000);
        assertThat(hot.pending()).isZero();
        assertThat(told.fate.values()).contains("no such name", "other", "timeout");
    }

    @Test
    void aDeadListLeavesTheServersWindowToTheOthers() throws Exception {
        LoopbackServer server = server(question -> Character.toLowerCase(question[question.length - 4 - 14]) == 'd'
                ? List.of()
                : List.of(LoopbackServer.answer(question, NXDOMAIN)));
        HotRoute alive = route(server, LONG);
        HotRoute dead = hot.route(
                server.id(),
                new QuestionTemplate(Name.fromConstantString("dd.example.org."), Type.A),
                LONG,
                2_048,
                told);
        ask(alive, 0);
        pollUntilTold(1);
        int next = 1;
        int ofDead = 1_000_000;
        long end = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < end && (next < 3_000 || dead.window() >= 10)) {
            for (int room = Math.min(8, hot.room(dead)); room > 0; room--) {
                ask(dead, ofDead++);
            }
            for (int room = Math.min(8, hot.room(alive)); room > 0; room--) {
                ask(alive, next++);
            }
            hot.poll(1);
        }

        assertThat(next).as("questions of the list that is alive").isGreaterThanOrEqualTo(3_000);
        assertThat(dead.window()).isLessThan(10);
    }

    @Test
    void aRetiredRouteStillTellsWhatIsUnderWay() throws Exception {
        HotRoute route = route(server(question -> List.of(LoopbackServer.answer(question, NXDOMAIN))), LONG);
        ask(route, 1);
        hot.retire(route);
        pollUntilTold(1);

        assertThat(told.fate).containsEntry(1, "no such name");
    }

    @Test
    void aWaitEndsWhenSomebodyWakesIt() throws Exception {
        Thread waker = Thread.ofPlatform().start(hot::wake);
        long before = System.nanoTime();
        hot.poll(20_000);
        waker.join();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LONG);
    }
}
