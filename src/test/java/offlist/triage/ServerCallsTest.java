package offlist.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.pool.IpAddress;
import offlist.smtp.MailHost;
import offlist.testing.FreePorts;
import offlist.testing.ManualClock;
import offlist.testing.ScriptedServer;
import offlist.triage.ServerLook.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against mail servers on the loopback. */
class ServerCallsTest {
    private static final IpAddress HERE = IpAddress.parse("127.0.0.1");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final ManualClock clock = new ManualClock(NOON);

    private ServerCalls calls(int port, int perHour, Duration patience) {
        return new ServerCalls(() -> new CallSettings(true, true, perHour, port, patience), clock);
    }

    private static List<MailHost> host(String... addresses) {
        return List.of(new MailHost(
                "mx.example.org",
                List.of(addresses).stream().map(IpAddress::parse).toList(),
                Optional.empty()));
    }

    private static ServerLook only(List<ServerLook> looks) {
        assertThat(looks).hasSize(1);
        return looks.getFirst();
    }

    @Test
    void aServerThatGreetsIsSaidHelloAndGoodbyeAndNothingElse() {
        try (ScriptedServer server = ScriptedServer.polite("220 mx.example.org ESMTP", Map.of())) {
            ServerLook look = only(calls(server.port(), 9, Duration.ofSeconds(5))
                    .of(host("127.0.0.1"), Optional.empty(), Optional.of("mta.example.com")));
            assertEquals(Outcome.GREETS, look.outcome());
            assertEquals("`220 mx.example.org ESMTP`", look.words());
            assertEquals(List.of("EHLO mta.example.com", "QUIT"), server.heard());
        }
    }

    @Test
    void itCallsFromTheAddressInQuestionWhereTheMachineHasIt() {
        try (ScriptedServer server = ScriptedServer.polite("220 mx", Map.of())) {
            IpAddress ours = IpAddress.parse("127.0.0.77");
            ServerLook look = only(calls(server.port(), 9, Duration.ofSeconds(5))
                    .of(host("127.0.0.1"), Optional.of(ours), Optional.empty()));
            assertEquals(Optional.of(ours), look.from());
            assertThat(server.heard()).first().isEqualTo("EHLO [127.0.0.77]");
        }
    }

    @Test
    void whereTheMachineDoesNotHaveItItCallsFromItsOwn() {
        try (ScriptedServer server = ScriptedServer.polite("220 mx", Map.of())) {
            ServerLook look = only(calls(server.port(), 9, Duration.ofSeconds(5))
                    .of(host("127.0.0.1"), Optional.of(IpAddress.parse("192.0.2.10")), Optional.empty()));
            assertEquals(Outcome.GREETS, look.outcome());
            assertEquals(Optional.of(HERE), look.from());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"554 5.7.1 no mail from 192.0.2.10", "421 4.7.0 try later"})
    void aServerThatDoesNotWantUsSaysWhy(String banner) {
        try (ScriptedServer server = ScriptedServer.polite(banner, Map.of())) {
            ServerLook look = only(calls(server.port(), 9, Duration.ofSeconds(5))
                    .of(host("127.0.0.1"), Optional.empty(), Optional.empty()));
            assertEquals(Outcome.REFUSES, look.outcome());
            assertEquals("`" + banner + "`", look.words());
        }
    }

    @Test
    void aServerCanRefuseTheHelloOnly() {
        Map<String, String> replies = Map.of("EHLO", "550 go away", "HELO", "550 go away too");
        try (ScriptedServer server = ScriptedServer.polite("220 mx", replies)) {
            ServerLook look = only(calls(server.port(), 9, Duration.ofSeconds(5))
                    .of(host("127.0.0.1"), Optional.empty(), Optional.empty()));
            assertEquals(Outcome.REFUSES, look.outcome());
            assertEquals("`550 go away too`", look.words());
        }
    }

    @Test
    void whereNobodyListensItIsSilent() {
        ServerLook look = only(calls(FreePorts.next(), 9, Duration.ofSeconds(5))
                .of(host("127.0.0.1"), Optional.empty(), Optional.empty()));
        assertEquals(Outcome.SILENT, look.outcome());
        assertThat(look.words()).startsWith("nothing listens on port");
    }

    @Test
    void whoKeepsTheLineOpenAndSaysNothingIsSilent() {
        try (ScriptedServer server = new ScriptedServer((in, out) -> in.readLine())) {
            ServerLook look = only(calls(server.port(), 9, Duration.ofMillis(300))
                    .of(host("127.0.0.1"), Optional.empty(), Optional.empty()));
            assertEquals(Outcome.SILENT, look.outcome());
        }
    }

    @Test
    void whoTalksSomethingElseIsSilentAndItsWordsDoNoHarm() {
        try (ScriptedServer server =
                new ScriptedServer((in, out) -> ScriptedServer.send(out, "HTTP/1.1 400 \u0007<b>bad</b>"))) {
            ServerLook look = only(calls(server.port(), 9, Duration.ofSeconds(5))
                    .of(host("127.0.0.1"), Optional.empty(), Optional.empty()));
            assertEquals(Outcome.SILENT, look.outcome());
            assertThat(look.words()).doesNotContain("\u0007");
        }
    }

    @Test
    void theSecondHostIsTriedWhenTheFirstIsSilent() {
        try (ScriptedServer server = ScriptedServer.polite("220 second", Map.of())) {
            List<MailHost> hosts = List.of(
                    new MailHost("a.example.org", List.of(IpAddress.parse("127.0.0.9")), Optional.empty()),
                    new MailHost("b.example.org", List.of(HERE), Optional.empty()));
            List<ServerLook> looks =
                    calls(server.port(), 9, Duration.ofSeconds(5)).of(hosts, Optional.empty(), Optional.empty());
            assertThat(looks).extracting(ServerLook::outcome).containsExactly(Outcome.SILENT, Outcome.GREETS);
        }
    }

    @Test
    void anAnswerStandsForAMinute() {
        try (ScriptedServer server = ScriptedServer.polite("220 mx", Map.of())) {
            ServerCalls calls = calls(server.port(), 9, Duration.ofSeconds(5));
            calls.of(host("127.0.0.1"), Optional.empty(), Optional.empty());
            calls.of(host("127.0.0.1"), Optional.empty(), Optional.empty());
            assertEquals(1, server.connections());
            clock.pass(Duration.ofMinutes(1));
            calls.of(host("127.0.0.1"), Optional.empty(), Optional.empty());
            assertEquals(2, server.connections());
        }
    }

    @Test
    void noMoreCallsThanAreAllowedInAnHour() {
        try (ScriptedServer server = ScriptedServer.polite("220 mx", Map.of())) {
            ServerCalls calls = calls(server.port(), 2, Duration.ofSeconds(5));
            for (int i = 0; i < 2; i++) {
                assertEquals(
                        Outcome.GREETS,
                        only(calls.of(host("127.0.0.1"), Optional.empty(), Optional.empty()))
                                .outcome());
                clock.pass(Duration.ofMinutes(2));
            }
            ServerLook third = only(calls.of(host("127.0.0.1"), Optional.empty(), Optional.empty()));
            assertEquals("not called: 2 calls were made within the last hour", third.words());
            assertEquals(2, server.connections());
            clock.pass(Duration.ofMinutes(57));
            assertEquals(
                    Outcome.GREETS,
                    only(calls.of(host("127.0.0.1"), Optional.empty(), Optional.empty()))
                            .outcome());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "192.168.1.1",
                "172.16.0.1",
                "169.254.169.254",
                "0.0.0.0",
                "::1",
                "fe80::1",
                "fd00::1",
                "224.0.0.1"
            })
    void anInternalAddressIsNotCalledUnlessTheOperatorWantsIt(String address) {
        ServerCalls calls =
                new ServerCalls(() -> new CallSettings(true, false, 9, FreePorts.next(), Duration.ofSeconds(1)), clock);
        ServerLook look = only(calls.of(host(address), Optional.empty(), Optional.empty()));
        assertThat(look.words()).startsWith("not called: its address is internal");
    }

    @Test
    void ofTwoFamiliesTheOneOfOurAddressIsCalled() {
        try (ScriptedServer server = ScriptedServer.polite("220 mx", Map.of())) {
            ServerLook look = only(calls(server.port(), 9, Duration.ofSeconds(5))
                    .of(host("::1", "127.0.0.1"), Optional.of(HERE), Optional.empty()));
            assertEquals(HERE, look.address());
        }
    }
}
