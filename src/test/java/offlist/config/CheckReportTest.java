package offlist.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckReportTest {
    private static final Path FILE = Path.of("offlist.yaml");

    @TempDir
    Path folder;

    @Test
    void allProblemsAndWarningsAreListed() {
        CheckReport report = CheckReport.of(FILE, GoodConfig.read("""
                intervall: 5m
                receivers: [{name: ops, slack: {webhook-url: nonsense}}]
                """, folder));
        assertFalse(report.ok());
        assertEquals(
                List.of(
                        "offlist.yaml: 2 problems",
                        "  intervall: unknown key, did you mean `interval`? (line 1)",
                        "  receivers[0].slack.webhook-url: a web address is wanted, https://… (line 2)",
                        "  warning: there is no pool, so nothing is watched (line 1)",
                        "  warning: receivers[0].slack.webhook-url: the secret itself stands in the file; better"
                                + " `{file: …}` or `{env: …}` (line 2)"),
                report.lines());
    }

    @Test
    void aPublicResolverIsWarnedOfWhereverItStands() {
        CheckReport report = CheckReport.of(FILE, GoodConfig.read("""
                resolvers: [127.0.0.1, 8.8.8.8]
                pools: [{name: a, addresses: 192.0.2.1}]
                lists: {custom: [{id: own, zone: bl.example, resolvers: "[2606:4700:4700::1111]:53"}]}
                """, folder));
        assertTrue(report.ok());
        assertEquals(
                List.of(
                        "  warning: resolvers[1]: `8.8.8.8` is a public resolver (Google Public DNS): many lists refuse it or"
                                + " answer it wrongly; use one of your own (line 1)",
                        "  warning: lists.custom[0].resolvers: `[2606:4700:4700::1111]:53` is a public resolver (Cloudflare):"
                                + " many lists refuse it or answer it wrongly; use one of your own (line 3)"),
                report.lines().stream().filter(line -> line.contains("public")).toList());
    }

    @Test
    void aGoodFileShowsWhatHolds() {
        CheckReport report = CheckReport.of(FILE, GoodConfig.readFile("full.yaml", folder));
        assertTrue(report.ok());
        List<String> expected = List.of(
                "offlist.yaml: OK",
                "  interval: 10m",
                "  resolvers: 127.0.0.1:53 [::1]:5353 192.0.2.53:53",
                "  confirm.looks: 3",
                "  pool transactional labels: site=north team=mail",
                "  pool transactional addresses: 192.0.2.10 192.0.2.16/29 2001:db8::25 198.51.100.1-198.51.100.9",
                "  pool transactional file: " + folder.resolve("transactional.txt"),
                "  pool transactional spf: example.com example.net",
                "  pool transactional hosts: mta1.example.com",
                "  pool transactional domains: example.com",
                "  pool transactional max-addresses: 4096",
                "  pool transactional refresh: 5m",
                "  pool transactional hold-shrunk: 30m",
                "  pool transactional severity of psbl: minor",
                "  pool transactional severity of spamcop: critical",
                "  list house: zone bl.example.com, severity major, interval 1m, resolvers 127.0.0.1:5353",
                "  list spamcop: zone bl.spamcop.net, severity minor, interval 30m, rate 5/s, timeout 2s, tries 2,"
                        + " resolvers 127.0.0.1:5300",
                "  receiver ops: slack, webhook-url ***",
                "  receiver postmaster: email to postmaster@example.com abuse@example.com",
                "  route: to ops, group-by pool list, group-wait 30s, group-interval 5m, repeat-interval 1d",
                "  mail: mail.example.com port 587, tls starttls, from offlist@example.com, username offlist,"
                        + " password ***",
                "  removal.organisation: Example Ltd",
                "  removal.contact: postmaster@example.com",
                "  removal.readiness: DNS",
                "  removal.mail: shown, never sent");
        assertEquals(
                expected, report.lines().stream().filter(expected::contains).toList());
    }

    @Test
    void noSecretIsEverShown() {
        Reading reading = GoodConfig.readFile("full.yaml", folder);
        String shown = String.join("\n", CheckReport.of(FILE, reading).lines()) + reading;
        for (String secret : List.of(GoodConfig.WEBHOOK, GoodConfig.MAIL_PASSWORD, GoodConfig.DQS_KEY)) {
            assertFalse(shown.contains(secret), secret);
        }
    }
}
