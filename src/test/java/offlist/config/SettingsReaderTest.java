package offlist.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import offlist.alert.MailSettings;
import offlist.alert.MailSettings.Tls;
import offlist.alert.ReceiverSettings;
import offlist.alert.RouteSettings;
import offlist.catalogue.ChosenList;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.delist.RemovalSettings;
import offlist.delist.RequestMail;
import offlist.dns.ResolverId;
import offlist.pool.DomainName;
import offlist.pool.IpRange;
import offlist.pool.PoolName;
import offlist.pool.PoolSettings;
import offlist.ready.ReadinessSettings;
import offlist.track.Severities;
import offlist.yaml.Problem;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsReaderTest {
    @TempDir
    Path folder;

    static List<String> goodFiles() {
        return GoodConfig.files().stream()
                .map(path -> path.getFileName().toString())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void aGoodFileHolds(String name) {
        GoodConfig.good(GoodConfig.readFile(name, folder));
    }

    @Test
    void theFirstConfigurationHasTenLinesAndNoWarning() throws IOException {
        assertEquals(
                10, Files.readAllLines(GoodConfig.FOLDER.resolve("first.yaml")).size());
        assertEquals(
                List.of(),
                GoodConfig.good(GoodConfig.readFile("first.yaml", folder)).warnings());
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        Settings settings = settings("pools:\n  - {name: a, hosts: mta1.example.com}\n");
        assertEquals(Optional.empty(), settings.interval());
        assertEquals(List.of(), settings.resolvers());
        assertEquals(2, settings.confirm().looks());
        assertEquals(List.of(), settings.alert().receivers());
        assertEquals(Duration.ofMinutes(10), settings.pools().getFirst().refresh());
        assertEquals(Duration.ofHours(1), settings.pools().getFirst().holdShrunk());
        assertTrue(settings.lists().asked(new ListId("spamcop")).isPresent());
    }

    @Test
    void everyKeyOfAPoolArrives() {
        PoolSettings pool = full().pools().getFirst();
        assertEquals("transactional", pool.name().value());
        assertEquals(Map.of("team", "mail", "site", "north"), pool.labels());
        assertEquals(
                List.of("192.0.2.10", "192.0.2.16/29", "2001:db8::25", "198.51.100.1-198.51.100.9"),
                pool.addresses().stream().map(IpRange::toString).toList());
        assertEquals(Optional.of(folder.resolve("transactional.txt")), pool.file());
        assertEquals(List.of(new DomainName("example.com"), new DomainName("example.net")), pool.spf());
        assertEquals(List.of(new DomainName("mta1.example.com")), pool.hosts());
        assertEquals(List.of(new DomainName("example.com")), pool.domains());
        assertEquals(Optional.of(4096), pool.maxAddresses());
        assertEquals(Duration.ofMinutes(5), pool.refresh());
        assertEquals(Duration.ofMinutes(30), pool.holdShrunk());
    }

    @Test
    void resolversAreWrittenInOneWay() {
        assertEquals(
                List.of("127.0.0.1:53", "[::1]:5353", "192.0.2.53:53"),
                full().resolvers().stream().map(ResolverId::value).toList());
    }

    @Test
    void everyWishAboutAListArrives() {
        ChosenList spamcop = full().lists().asked(new ListId("spamcop")).orElseThrow();
        assertEquals(Optional.of(Duration.ofMinutes(30)), spamcop.interval());
        assertEquals(Severity.MINOR, spamcop.list().severity());
        assertEquals("5/s", spamcop.rate().orElseThrow().toString());
        assertEquals(Optional.of(Duration.ofSeconds(2)), spamcop.timeout());
        assertEquals(Optional.of(2), spamcop.tries());
        assertEquals(List.of(new ResolverId("127.0.0.1:5300")), full().resolversOf(spamcop));
    }

    @Test
    void aListOfOnesOwnIsAskedThroughItsResolver() {
        ChosenList house = full().lists().asked(new ListId("house")).orElseThrow();
        assertTrue(house.custom());
        assertEquals("bl.example.com", house.list().zone().name());
        assertEquals(List.of(new ResolverId("127.0.0.1:5353")), full().resolversOf(house));
    }

    @Test
    void aListWithoutResolversIsAskedThroughTheUsualOnes() {
        ChosenList psbl = full().lists().asked(new ListId("psbl")).orElseThrow();
        assertEquals(full().resolvers(), full().resolversOf(psbl));
    }

    @Test
    void receiversAndMailArrive() {
        assertEquals(
                List.of(
                        new ReceiverSettings.Slack("ops", Secret.of(GoodConfig.WEBHOOK)),
                        new ReceiverSettings.Email(
                                "postmaster", List.of("postmaster@example.com", "abuse@example.com"))),
                full().alert().receivers());
        assertEquals(
                Optional.of(new MailSettings(
                        "mail.example.com",
                        587,
                        "offlist@example.com",
                        MailSettings.Tls.STARTTLS,
                        Optional.of("offlist"),
                        Optional.of(Secret.of(GoodConfig.MAIL_PASSWORD)))),
                full().alert().mail());
        assertEquals(
                new RemovalSettings(Optional.of("Example Ltd"), Optional.of("postmaster@example.com")),
                full().removal());
    }

    @Test
    void requestsAreShownUnlessTheyAreToBeSent() {
        assertEquals(RequestMail.DRY, full().removal().mail());
        String file =
                "removal: {contact: a@example.com, mail: {send: true, addresses: {spamcop: removals@list.example}}}";
        assertEquals(
                new RequestMail(true, Map.of(new ListId("spamcop"), "removals@list.example")),
                GoodConfig.good(GoodConfig.read(file, folder))
                        .settings()
                        .removal()
                        .mail());
    }

    @Test
    void readinessArrives() {
        assertEquals(ReadinessSettings.DEFAULT, full().removal().readiness());
        String file = "removal: {readiness: {greeting: true, open-relay: true, port: 2525}}";
        assertEquals(
                new ReadinessSettings(true, true, true, 2525),
                GoodConfig.good(GoodConfig.read(file, folder))
                        .settings()
                        .removal()
                        .readiness());
    }

    @Test
    void theRoutingTreeArrives() {
        RouteSettings root = full().alert().route().orElseThrow();
        assertEquals(Optional.of("ops"), root.receiver());
        assertEquals(Optional.of(List.of("pool", "list")), root.groupBy());
        assertEquals(Optional.of(Duration.ofSeconds(30)), root.groupWait());
        assertEquals(Optional.of(Duration.ofMinutes(5)), root.groupInterval());
        assertEquals(Optional.of(Duration.ofHours(24)), root.repeatInterval());
        RouteSettings first = root.routes().getFirst();
        assertTrue(first.onward());
        assertEquals(Optional.of(Duration.ZERO), first.groupWait());
        assertFalse(root.routes().getLast().onward());
    }

    @Test
    void aLabelOfPoolsMatchesThePoolsThatHaveIt() {
        assertEquals(
                Map.of("severity", Set.of("critical", "major"), "pool", Set.of("transactional")),
                full().alert().route().orElseThrow().routes().getFirst().match());
    }

    @Test
    void anImplicitTlsPortIsTheOneOfImplicitTls() {
        Settings settings = settings("pools: [{name: a, addresses: 192.0.2.1}]\n"
                + "mail: {host: relay, from: o@example.com, tls: implicit}\n");
        assertEquals(465, settings.alert().mail().orElseThrow().port());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host: relay, username: u, password: {file: mail.pw}                     | STARTTLS",
                "host: 192.0.2.7, username: u, password: {file: mail.pw}                 | STARTTLS",
                "host: 127.0.0.1, username: u, password: {file: mail.pw}                 | OPPORTUNISTIC",
                "host: '::1', username: u, password: {file: mail.pw}                     | OPPORTUNISTIC",
                "host: localhost, username: u, password: {file: mail.pw}                 | OPPORTUNISTIC",
                "host: relay                                                            | OPPORTUNISTIC",
                "host: relay, tls: opportunistic, username: u, password: {file: mail.pw} | OPPORTUNISTIC",
                "host: relay, tls: implicit, username: u, password: {file: mail.pw}      | IMPLICIT",
            })
    void aPasswordGoesToTheRelayItIsFor(String relay, Tls tls) {
        Reading.Good good = GoodConfig.good(GoodConfig.read(
                "pools: [{name: a, addresses: 192.0.2.1}]\nmail: {from: o@example.com, " + relay + "}\n", folder));
        assertEquals(tls, good.settings().alert().mail().orElseThrow().tls());
        boolean warned =
                good.warnings().stream().anyMatch(problem -> problem.toString().contains("without TLS"));
        assertEquals(relay.contains("tls: opportunistic"), warned);
    }

    @Test
    void whatWorksButSurprisesIsAWarning() {
        Reading.Good good = GoodConfig.good(GoodConfig.read("""
                pools:
                  - {name: a, file: nowhere.txt}
                receivers:
                  - {name: ops, slack: {webhook-url: "http://hooks.example.com/s3cret"}}
                  - {name: others, slack: {webhook-url: {file: slack.url}}}
                mail: {host: relay, from: o@example.com, tls: opportunistic, username: u, password: {file: mail.pw}}
                """, folder));
        assertEquals(
                List.of(
                        "there is no `route`, so `ops` hears everything and no other receiver anything (line 1)",
                        "pools[0].file: there is no file " + folder.resolve("nowhere.txt") + " (line 2)",
                        "receivers[0].slack.webhook-url: the secret itself stands in the file; better `{file: …}` or"
                                + " `{env: …}` (line 4)",
                        "receivers[0].slack: the webhook is called without TLS, so everybody on the way can read it"
                                + " (line 4)",
                        "mail: the password may be sent without TLS; better `tls: starttls` or `tls: implicit`"
                                + " (line 6)"),
                good.warnings().stream().map(Problem::toString).toList());
    }

    @Test
    void aReceiverThatNobodyReachesIsAWarning() {
        Reading.Good good = GoodConfig.good(GoodConfig.read("""
                pools: [{name: a, addresses: 192.0.2.1}]
                receivers:
                  - {name: ops, slack: {webhook-url: {file: slack.url}}}
                  - {name: others, slack: {webhook-url: {file: slack.url}}}
                route: {receiver: ops}
                """, folder));
        assertEquals(
                List.of("route: no route leads to the receiver `others` (line 5)"),
                good.warnings().stream().map(Problem::toString).toList());
    }

    @Test
    void aFileThatIsNotThereIsOneSentence() {
        assertEquals(
                "there is no configuration file " + folder.resolve("none.yaml"),
                GoodConfig.problems(SettingsReader.read(folder.resolve("none.yaml"), GoodConfig.CATALOGUE)));
        assertEquals(folder + " is not a file", GoodConfig.problems(SettingsReader.read(folder, GoodConfig.CATALOGUE)));
    }

    @Test
    void whateverStandsInAFileIsReadOrRefused() throws IOException {

        Random random = new Random(4);
        String text = Files.readString(GoodConfig.FOLDER.resolve("full.yaml"));
        for (int round = 0; round < 400; round++) {
            StringBuilder broken = new StringBuilder(text);
            for (int i = random.nextInt(4); i >= 0; i--) {
                int at = random.nextInt(broken.length());
                broken.setCharAt(at, "{}[]:,-\"' \n#&*!x0".charAt(random.nextInt(17)));
            }
            Reading reading = GoodConfig.read(broken.toString(), folder);
            assertFalse(GoodConfig.problems(reading).contains(GoodConfig.MAIL_PASSWORD));
        }
    }

    @Test
    void addressesOfTheCommandLineAreAPoolOfTheirOwn() {
        List<IpRange> ranges = List.of(IpRange.parse("192.0.2.1"));
        assertEquals(
                "addresses",
                Settings.ofAddresses(ranges, GoodConfig.CATALOGUE)
                        .pools()
                        .getFirst()
                        .name()
                        .value());
        Settings both =
                settings("pools: [{name: addresses, addresses: 192.0.2.9}]\n").withAddresses(ranges);
        assertEquals(
                List.of("addresses", "addresses-2"),
                both.pools().stream().map(pool -> pool.name().value()).toList());
    }

    @Test
    void severitiesOfPoolsAreRead() {
        Severities severities = full().severities();
        List<PoolName> both = List.of(new PoolName("marketing"), new PoolName("transactional"));
        ListId spamcop = new ListId("spamcop");
        assertEquals(Severity.CRITICAL, severities.of(spamcop, both, Severity.MAJOR));
        assertEquals(Severity.INFORMATIONAL, severities.of(spamcop, both.subList(0, 1), Severity.MAJOR));
    }

    private Settings full() {
        return GoodConfig.good(GoodConfig.readFile("full.yaml", folder)).settings();
    }

    private Settings settings(String text) {
        return assertInstanceOf(Reading.Good.class, GoodConfig.read(text, folder))
                .settings();
    }
}
