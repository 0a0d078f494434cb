package offlist.bounce.log;

import static offlist.bounce.log.LogLines.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import offlist.bounce.SourceSettings.LogFormat;
import offlist.pool.IpAddress;
import offlist.testing.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostfixLogTest {
    private static final String LISTED =
            "4ABCD1: to=<ann@example.org>, relay=mx.example.org[203.0.113.9]:25, delay=0.4,"
                    + " delays=0.1/0/0.2/0.1, dsn=5.7.1, status=bounced (host mx.example.org[203.0.113.9] said: 554 5.7.1 Service"
                    + " unavailable; Client host [192.0.2.10] blocked using zen.spamhaus.org (in reply to RCPT TO command))";

    private final LogReader reader = LogReaders.of(
            LogFormat.POSTFIX,
            Map.of("postfix-out1", IpAddress.parse("192.0.2.10"), "out2", IpAddress.parse("192.0.2.11")),
            new ManualClock(Instant.parse("2026-11-23T13:00:00Z")),
            ZoneOffset.UTC);

    @Test
    void aRefusalIsRead() {
        assertThat(told(reader, """
                Nov 23 12:00:00 mail postfix/qmgr[7]: 4ABCD1: from=<news@shop.example>, size=900, nrcpt=1 (queue active)
                Nov 23 12:00:01 mail postfix-out1/smtp[8]: %s
                """.formatted(LISTED)))
                .isEqualTo("refused ann@example.org | mx.example.org | 203.0.113.9 | 192.0.2.10 | 5.7.1 |"
                        + " 2026-11-23T12:00:01Z | news@shop.example | 4ABCD1 | 554 5.7.1 Service unavailable; Client host"
                        + " [192.0.2.10] blocked using zen.spamhaus.org");
    }

    @ParameterizedTest
    @CsvSource({
        "postfix/smtp, -",
        "postfix-out1/smtp, 192.0.2.10",
        "postfix/out2/smtp, 192.0.2.11",
        "out2/smtp, 192.0.2.11",
        "postfix-out3/smtp, -",
    })
    void ourAddressFollowsFromTheTransportsNameOnly(String program, String address) {
        assertThat(told(reader, "Nov 23 12:00:01 mail " + program + "[8]: " + LISTED))
                .contains("| 203.0.113.9 | " + address + " | 5.7.1");
    }

    @ParameterizedTest
    @CsvSource({
        "Nov 23 12:00:01, 2026-11-23T12:00:01Z",
        "Nov  3 02:00:01, 2026-11-03T02:00:01Z",
        "Dec 31 23:59:59, 2025-12-31T23:59:59Z",
        "2026-11-23T12:00:01.123456+01:00, 2026-11-23T11:00:01.123456Z",
        "2026-11-23T12:00:01+0100, 2026-11-23T11:00:01Z",
        "2026-11-23T12:00:01Z, 2026-11-23T12:00:01Z",
        "2026-11-23T12:00:01, 2026-11-23T12:00:01Z",
        "Nov 99 12:00:01, -",
        "2026-99-23T12:00:01Z, -",
    })
    void everyUsualTimeIsRead(String time, String at) {
        assertThat(told(reader, time + " mail postfix/smtp[8]: " + LISTED)).contains("| 5.7.1 | " + at + " | ");
    }

    @Test
    void theJournalsJsonIsRead() {
        assertThat(told(
                        reader,
                        "{\"__REALTIME_TIMESTAMP\":\"1763899201000000\",\"SYSLOG_IDENTIFIER\":\"postfix-out1/smtp\",\"MESSAGE\":\""
                                + LISTED + "\"}"))
                .startsWith(
                        "refused ann@example.org | mx.example.org | 203.0.113.9 | 192.0.2.10 | 5.7.1 | 2025-11-23T12:00:01Z");
    }

    @Test
    void whatIsPutOffAndAGreetingThatRefusesAreRefusals() {
        assertThat(told(reader, """
                Nov 23 12:00:01 mail postfix/smtp[8]: 3zX9pQ0hJzz1234: to=<ann@example.org>, orig_to=<all@shop.example>, relay=mx.example.org[2001:db8::9]:25, conn_use=2, delay=1, delays=0/0/1/0, dsn=4.7.1, status=deferred (host mx.example.org[2001:db8::9] said: 450 4.7.1 try later (in reply to MAIL FROM command))
                Nov 23 12:00:02 mail postfix/smtp[8]: 5B: to=<bob@example.org>, relay=mx.example.org[203.0.113.9]:25, delay=1, delays=0/0/1/0, dsn=4.0.0, status=deferred (host mx.example.org[203.0.113.9] refused to talk to me: 554 5.7.1 192.0.2.10 is blocked)
                Nov 23 12:00:03 mail postfix/error[9]: 6C: to=<bob@example.org>, relay=none, delay=1, delays=0/0/0/0, dsn=4.0.0, status=deferred (delivery temporarily suspended: host mx.example.org[203.0.113.9] refused to talk to me: 554 5.7.1 192.0.2.10 is blocked)
                """)).isEqualTo("""
                        refused ann@example.org | mx.example.org | 2001:db8::9 | - | 4.7.1 | 2026-11-23T12:00:01Z | - | 3zX9pQ0hJzz1234 | 450 4.7.1 try later
                        refused bob@example.org | mx.example.org | 203.0.113.9 | - | 4.0.0 | 2026-11-23T12:00:02Z | - | 5B | 554 5.7.1 192.0.2.10 is blocked
                        refused bob@example.org | mx.example.org | 203.0.113.9 | - | 4.0.0 | 2026-11-23T12:00:03Z | - | 6C | 554 5.7.1 192.0.2.10 is blocked""");
    }

    @Test
    void whatWasTakenIsADelivery() {
        assertThat(
                        told(
                                reader,
                                "Nov 23 12:00:01 mail postfix-out1/smtp[8]: 5B: to=<bob@example.org>, relay=mx.example.org[203.0.113.9]:25,"
                                        + " delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 99 said: 550 (x))"))
                .isEqualTo("delivered bob@example.org | mx.example.org | 192.0.2.10 | 2026-11-23T12:00:01Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5B: to=<bob@example.org>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, status=deferred (connect to mx.example.org[203.0.113.9]:25: Connection timed out)",
                "5B: to=<bob@example.org>, relay=none, delay=1, delays=0/0/1/0, dsn=5.4.4, status=bounced (Host or domain name not found. Name service error for name=example.org type=A: Host not found)",
                "5B: to=<bob@example.org>, relay=mx.example.org[203.0.113.9]:25, dsn=4.4.2, status=deferred (lost connection with mx.example.org[203.0.113.9] while receiving the initial server greeting)",
                "5B: host mx1.example.org[203.0.113.8] said: 450 4.7.1 try later (in reply to RCPT TO command)",
                "5B: enabling PIX workarounds: disable_esmtp delay_dotcrlf for mx.example.org[203.0.113.9]:25",
                "5B: to=<bob@example.org>, status=bounced",
                "5B: to=<bob@example.org, relay=x, status=bounced (host",
                ": to=<>, status=",
            })
    void aServerThatSaidNothingToARecipientRefusedNobody(String message) {
        assertThat(told(reader, "Nov 23 12:00:01 mail postfix/smtp[8]: " + message))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nov 23 12:00:01 mail postfix/smtpd[8]: NOQUEUE: reject: RCPT from unknown[198.51.100.1]: 554 5.7.1 blocked using zen.spamhaus.org; from=<a@example.net> to=<b@shop.example> proto=ESMTP helo=<x>, status=bounced (host",
                "Nov 23 12:00:01 mail postfix/local[8]: 5B: to=<bob@shop.example>, relay=local, delay=1, dsn=5.1.1, status=bounced (unknown user: \"bob\")",
                "Nov 23 12:00:01 mail postfix/lmtp[8]: 5B: to=<bob@shop.example>, relay=store[private/lmtp], dsn=5.2.2, status=bounced (host store[private/lmtp] said: 552 5.2.2 over quota (in reply to end of DATA command))",
                "Nov 23 12:00:01 mail sshd[8]: to=<bob@example.org>, status=bounced (host x[192.0.2.1] said: 550 no)",
                "to=<x>, status=",
                "{\"MESSAGE\": \"to=<x>, status=\"",
                "{\"MESSAGE\": [1,2], \"x\": \", status=\"}",
                "",
            })
    void whatIsNotAboutMailOfOursToOthersTellsNothing(String line) {
        assertThat(told(reader, line)).isEmpty();
    }
}
