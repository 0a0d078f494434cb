package offlist.bounce.log;

import static offlist.bounce.log.LogLines.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import offlist.bounce.SourceSettings.LogFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EximLogTest {
    private final LogReader reader =
            LogReaders.of(LogFormat.EXIM, Map.of(), InstantSource.system(), ZoneOffset.ofHours(1));

    @Test
    void whatIsRefusedForGoodAndForNowIsRead() {
        assertThat(told(reader, """
                2026-11-23 12:00:00 1abCDe-000001-AB <= news@shop.example H=app.shop.example [10.0.0.9] P=esmtp S=900
                2026-11-23 12:00:01 1abCDe-000001-AB ** ann@example.org R=dnslookup T=remote_smtp H=mx.example.org [203.0.113.9] I=[192.0.2.10]:40000 X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=yes: SMTP error from remote mail server after RCPT TO:<ann@example.org>: 550 5.7.1 [192.0.2.10] is listed
                2026-11-23 12:00:02.345 +0000 [77] 1abCDe-00000000001-ABCD == bob@example.org <all@shop.example> R=dnslookup T=remote_smtp defer (-45) H=mx.example.org [2001:db8::9] I=[2001:db8::10]: SMTP error from remote mail server after initial connection: 421 4.7.0 [TSS04] try later
                """)).isEqualTo("""
                        refused ann@example.org | mx.example.org | 203.0.113.9 | 192.0.2.10 | - | 2026-11-23T11:00:01Z | news@shop.example | 1abCDe-000001-AB | 550 5.7.1 [192.0.2.10] is listed
                        refused bob@example.org | mx.example.org | 2001:db8::9 | 2001:db8::10 | - | 2026-11-23T12:00:02.345Z | - | 1abCDe-00000000001-ABCD | 421 4.7.0 [TSS04] try later""");
    }

    @Test
    void theOldFormWithTheHostInTheSentenceIsRead() {
        assertThat(told(
                        reader,
                        "2026-11-23 12:00:01 1abCDe-000001-AB ** ann@example.org F=<news@shop.example> R=dnslookup T=remote_smtp:"
                                + " SMTP error from remote mail server after MAIL FROM:<news@shop.example> SIZE=900: host mx.example.org"
                                + " [203.0.113.9]: 554 5.7.1 no"))
                .isEqualTo("refused ann@example.org | mx.example.org | 203.0.113.9 | - | - | 2026-11-23T11:00:01Z |"
                        + " news@shop.example | 1abCDe-000001-AB | 554 5.7.1 no");
    }

    @Test
    void whatWasTakenIsADelivery() {
        assertThat(told(reader, """
                2026-11-23 12:00:01 1abCDe-000001-AB => ann@example.org R=dnslookup T=remote_smtp H=mx.example.org [203.0.113.9]:25 I=[192.0.2.10]:40000 C="250 OK id=1"
                2026-11-23 12:00:01 1abCDe-000001-AB -> bob <bob@example.org> R=dnslookup T=remote_smtp H=mx.example.org [203.0.113.9]
                """)).isEqualTo("""
                        delivered ann@example.org | mx.example.org | 192.0.2.10 | 2026-11-23T11:00:01Z
                        delivered bob@example.org | mx.example.org | - | 2026-11-23T11:00:01Z""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23 12:00:01 1abCDe-000001-AB == ann@example.org R=dnslookup T=remote_smtp defer (110): Connection timed out H=mx.example.org [203.0.113.9]",
                "2026-11-23 12:00:01 1abCDe-000001-AB ** ann@example.org: Unrouteable address",
                "2026-11-23 12:00:01 1abCDe-000001-AB => ann <ann@shop.example> R=local_user T=maildir_home",
                "2026-11-23 12:00:01 1abCDe-000001-AB Completed",
                "2026-11-23 12:00:01 H=evil.example [198.51.100.1] F=<a@example.net> rejected RCPT <b@shop.example>: SMTP error from remote mail server: 550 no",
                "2026-11-23 12:00:01 1abCDe-000001-AB ** ",
                "2026-99-23 12:00:01 1abCDe-000001-AB ** x SMTP error from remote",
                "",
            })
    void theRestTellsNothing(String line) {
        assertThat(told(reader, line)).isEmpty();
    }
}
