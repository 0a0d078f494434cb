package offlist.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import offlist.dns.Answer;
import offlist.dns.Lookups;
import offlist.dns.Question;
import offlist.dns.Resolver;
import offlist.dns.ResolverId;
import offlist.dns.Resolvers;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.Target;
import offlist.testing.FakeDns;
import offlist.testing.FakeDnsFault;
import offlist.testing.FakeDnsZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/** Against a DNS server on the loopback; the sender is in order until a test breaks one thing. */
class ReadinessTest {
    private static final String ADDRESS = "192.0.2.14";
    private static final String ADDRESS6 = "2001:db8::25";
    private static final String REVERSE = "14.2.0.192.in-addr.arpa";
    private static final String REVERSE6 = "5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa";
    private static final Sender SENDER = sender("example.com", "mta14.example.com");

    private final FakeDns dns = FakeDns.start();
    private final Resolvers resolvers = new Resolvers();
    private final FakeDnsZone zone = dns.zone("example.com");
    private final FakeDnsZone reverse = dns.zone("arpa");

    @BeforeEach
    void inOrder() {
        reverse.add(REVERSE + ".", Type.PTR, "mta14.example.com.");
        reverse.add(REVERSE6 + ".", Type.PTR, "mta14.example.com.");
        zone.add("mta14", Type.A, ADDRESS).add("mta14", Type.AAAA, ADDRESS6);
        zone.add("@", Type.TXT, "\"v=spf1 ip4:192.0.2.0/28 ip6:2001:db8::/64 -all\"");
        zone.add("@", Type.MX, "10 mx.example.com.").add("mx", Type.A, "192.0.2.1");
    }

    @AfterEach
    void stop() {
        resolvers.close();
        dns.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {ADDRESS, ADDRESS6})
    void whatIsInOrderIsGood(String address) {
        List<Finding> findings = of(address, SENDER);
        assertEquals(
                List.of(
                        Check.PTR,
                        Check.FORWARD_CONFIRMED,
                        Check.NAME_NOT_GENERIC,
                        Check.HELO,
                        Check.SPF,
                        Check.DOMAIN_MAIL,
                        Check.ABUSE_CONTACT),
                findings.stream().map(Finding::check).toList());
        assertThat(findings).allMatch(finding -> finding.result() == Result.GOOD, "is good");
        assertThat(findings).allMatch(finding -> finding.remedy().isEmpty(), "has no remedy");
    }

    @Test
    void theEvidenceSaysWhatWasAskedAndAnswered() {
        assertEquals(
                List.of(
                        "192.0.2.14: PTR of 14.2.0.192.in-addr.arpa: mta14.example.com.",
                        "mta14.example.com: mta14.example.com leads back to 192.0.2.14.",
                        "mta14.example.com: mta14.example.com does not look made by a machine.",
                        "192.0.2.14: mta14.example.com is the name of 192.0.2.14 in reverse DNS.",
                        "example.com: SPF lets 192.0.2.14 send: `ip4:192.0.2.0/28` of example.com matches.",
                        "example.com: MX of example.com: mx.example.com (192.0.2.1).",
                        "example.com: Mail for abuse@example.com and postmaster@example.com has a way: MX of"
                                + " example.com: mx.example.com (192.0.2.1). Whether these mailboxes exist and somebody"
                                + " reads them, DNS cannot show. Others look up whom to write to at"
                                + " https://rdap.org/domain/example.com (the registry's record of the domain) and"
                                + " https://www.abuse.net/lookup.phtml?domain=example.com (the directory of abuse.net)"
                                + " and https://rdap.org/ip/192.0.2.14 (the registry's record of the network)."),
                of(ADDRESS, SENDER).stream()
                        .map(finding -> finding.about() + ": " + finding.evidence())
                        .toList());
    }

    @Test
    void anAddressWithoutANameIsBad() {
        reverse.remove("14.2.0.192.in-addr");
        List<Finding> findings = of(ADDRESS, sender("example.com", ""));
        assertEquals(Result.BAD, only(findings, Check.PTR).result());
        assertEquals(
                "PTR of 14.2.0.192.in-addr.arpa: no record.",
                only(findings, Check.PTR).evidence());
        assertThat(only(findings, Check.PTR).remedy()).contains("RFC 1912");
        assertEquals(Result.BAD, only(findings, Check.FORWARD_CONFIRMED).result());
        assertEquals(Result.UNKNOWN, only(findings, Check.NAME_NOT_GENERIC).result());
    }

    /** RFC 2317: whoever has less than 256 addresses gets their names by an alias. */
    @Test
    void aDelegatedNameIsFollowed() {
        reverse.remove("14.2.0.192.in-addr").add(REVERSE + ".", Type.CNAME, "14.0-31.2.0.192.in-addr.arpa.");
        reverse.add("14.0-31.2.0.192.in-addr.arpa.", Type.PTR, "mta14.example.com.");
        assertThat(of(ADDRESS, SENDER)).allMatch(finding -> finding.result() == Result.GOOD);
    }

    @Test
    void aTextThatIsNoNameIsBad() {
        reverse.remove("14.2.0.192.in-addr").add(REVERSE + ".", Type.PTR, "bad\\007\\@name.example.com.");
        Finding ptr = only(of(ADDRESS, SENDER), Check.PTR);
        assertEquals(Result.BAD, ptr.result());
        assertThat(ptr.evidence()).contains("which is no host name").doesNotContain("\007");
    }

    @Test
    void aNameThatLeadsElsewhereIsBad() {
        zone.remove("mta14").add("mta14", Type.A, "192.0.2.99");
        Finding finding = only(of(ADDRESS, SENDER), Check.FORWARD_CONFIRMED);
        assertEquals(Result.BAD, finding.result());
        assertEquals("mta14.example.com does not lead back to 192.0.2.14: it has 192.0.2.99.", finding.evidence());
        assertThat(finding.remedy()).startsWith("Add an A record 192.0.2.14 to mta14.example.com");
    }

    @Test
    void aNameThatDoesNotExistIsBad() {
        zone.remove("mta14");
        Finding finding = only(of(ADDRESS6, SENDER), Check.FORWARD_CONFIRMED);
        assertEquals(
                "mta14.example.com does not lead back to 2001:db8::25: the name does not exist.", finding.evidence());
        assertThat(finding.remedy()).startsWith("Add an AAAA record 2001:db8::25 to mta14.example.com");
    }

    @Test
    void eachOfSeveralNamesIsLookedAt() {
        reverse.add(REVERSE + ".", Type.PTR, "192-0-2-14.example.net.");
        dns.zone("example.net");
        List<Finding> findings = of(ADDRESS, SENDER);
        assertEquals(
                Set.of("mta14.example.com GOOD", "192-0-2-14.example.net BAD"),
                results(findings, Check.FORWARD_CONFIRMED));
        assertEquals(
                Set.of("mta14.example.com GOOD", "192-0-2-14.example.net BAD"),
                results(findings, Check.NAME_NOT_GENERIC));
    }

    @Test
    void aGenericNameIsBadAndTheRemedyNamesTheOwnDomain() {
        reverse.remove("14.2.0.192.in-addr").add(REVERSE + ".", Type.PTR, "192-0-2-14.dsl.example.net.");
        Finding finding = only(of(ADDRESS, SENDER), Check.NAME_NOT_GENERIC);
        assertEquals(Result.BAD, finding.result());
        assertThat(finding.evidence()).endsWith("it holds the word `dsl`.");
        assertThat(finding.remedy()).endsWith("such as mail.example.com.");
    }

    @Test
    void aHeloNameThatLeadsToTheAddressIsGood() {
        zone.add("out", Type.A, ADDRESS);
        Finding finding = only(of(ADDRESS, sender("example.com", "gone.example.com out.example.com")), Check.HELO);
        assertEquals("out.example.com leads to 192.0.2.14.", finding.evidence());
        assertEquals(Result.GOOD, finding.result());
    }

    @Test
    void aHeloNameThatLeadsElsewhereIsBad() {
        Finding finding = only(of(ADDRESS, sender("example.com", "mx.example.com gone.example.com")), Check.HELO);
        assertEquals(Result.BAD, finding.result());
        assertEquals(
                "No HELO name of the pool leads to 192.0.2.14. mx.example.com: it has 192.0.2.1; gone.example.com: the"
                        + " name does not exist.",
                finding.evidence());
    }

    @Test
    void aHeloNameThatNobodyAnswersForIsUnknownUnlessAnotherFits() {
        dns.on("mx.example.com", FakeDnsFault.rcode(Rcode.SERVFAIL));
        assertEquals(
                Result.UNKNOWN,
                only(of(ADDRESS, sender("", "mx.example.com gone.example.com")), Check.HELO)
                        .result());
        assertEquals(
                Result.GOOD,
                only(of(ADDRESS, sender("", "mx.example.com mta14.example.com")), Check.HELO)
                        .result());
    }

    @Test
    void withoutHeloNamesNothingIsSaidAboutThem() {
        assertThat(of(ADDRESS, sender("example.com", ""))).noneMatch(finding -> finding.check() == Check.HELO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 ip4:198.51.100.1 -all | SPF does not let 192.0.2.14 send: `-all` of example.com matches.",
                "v=spf1 ip4:198.51.100.1 | SPF does not let 192.0.2.14 send: no mechanism of example.com matches.",
                "v=spf9 | TXT of example.com holds no SPF record (`v=spf1`).",
                "v=spf1 ipv4:192.0.2.14 -all | Receivers cannot evaluate SPF: the SPF record of example.com is wrong:"
                        + " `ipv4:192.0.2.14` is not a term of SPF.",
            })
    void anAddressThatSpfDoesNotCoverIsBad(String record, String evidence) {
        zone.remove("@").add("@", Type.TXT, '"' + record + '"');
        Finding finding = only(of(ADDRESS, SENDER), Check.SPF);
        assertEquals(Result.BAD, finding.result());
        assertEquals(evidence, finding.evidence());
    }

    @Test
    void spfIsLookedAtForEachDomain() {
        dns.zone("example.org").add("@", Type.TXT, "\"v=spf1 -all\"");
        assertEquals(
                Set.of("example.com GOOD", "example.org BAD"),
                results(of(ADDRESS, sender("example.com example.org", "")), Check.SPF));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 . | BAD | example.com has a null MX, which says that it takes no mail (RFC 7505).",
                "10 gone.example.com. | BAD | MX of example.com: gone.example.com does not exist.",
                "10 bare.example.com. | BAD | MX of example.com: bare.example.com has no address.",
                "10 sick.example.com. | UNKNOWN"
                        + " | MX of example.com: no usable answer for sick.example.com A (servfail).",
            })
    void whereMailForTheDomainGoesIsToldFromItsMx(String mx, Result result, String evidence) {
        zone.remove("@").add("@", Type.MX, mx).add("bare", Type.TXT, "\"x\"");
        dns.on("sick.example.com", FakeDnsFault.rcode(Rcode.SERVFAIL));
        List<Finding> findings = of(ADDRESS, SENDER);
        assertEquals(result, only(findings, Check.DOMAIN_MAIL).result());
        assertEquals(evidence, only(findings, Check.DOMAIN_MAIL).evidence());
        assertEquals(result, only(findings, Check.ABUSE_CONTACT).result());
    }

    @Test
    void oneGoodMailExchangerIsEnough() {
        zone.add("@", Type.MX, "5 gone.example.com.").add("@", Type.MX, "7 sick.example.com.");
        dns.on("sick.example.com", FakeDnsFault.rcode(Rcode.SERVFAIL));
        Finding finding = only(of(ADDRESS, SENDER), Check.DOMAIN_MAIL);
        assertEquals("MX of example.com: mx.example.com (192.0.2.1).", finding.evidence());
        assertEquals(Result.GOOD, finding.result());
    }

    @Test
    void anAddressCountsAsMailExchangerWhereThereIsNone() {
        zone.remove("@").add("@", Type.AAAA, "2001:db8::80");
        Finding finding = only(of(ADDRESS, SENDER), Check.DOMAIN_MAIL);
        assertEquals(
                "example.com has no MX, its address 2001:db8::80 counts as one (RFC 5321 section 5.1).",
                finding.evidence());
        assertEquals(Result.GOOD, finding.result());
    }

    @Test
    void aDomainThatDoesNotExistIsBad() {
        Finding finding = only(of(ADDRESS, sender("gone.example.com", "")), Check.DOMAIN_MAIL);
        assertEquals(Result.BAD, finding.result());
        assertEquals("gone.example.com does not exist.", finding.evidence());
    }

    @Test
    void aDomainIsLookedAtItselfTogetherWithThePools() {
        List<Finding> findings = of("example.com", sender("gone.example.com example.com", "mta14.example.com"));
        assertEquals(Set.of("example.com GOOD", "gone.example.com BAD"), results(findings, Check.DOMAIN_MAIL));
        assertEquals(Set.of("example.com GOOD", "gone.example.com BAD"), results(findings, Check.ABUSE_CONTACT));
        assertEquals(4, findings.size());
        assertThat(only(of("example.com", sender("", "")), Check.ABUSE_CONTACT).evidence())
                .doesNotContain("/ip/");
    }

    @ParameterizedTest
    @ValueSource(ints = {Rcode.SERVFAIL, Rcode.REFUSED, Rcode.NOTIMP})
    void aResolverThatFailsLeavesEverythingUnknown(int rcode) {
        dns.rcode(rcode);
        List<Finding> findings = of(ADDRESS, SENDER);
        assertEquals(7, findings.size());
        assertThat(findings).allMatch(finding -> finding.result() == Result.UNKNOWN, "is unknown");
        assertThat(findings).noneMatch(finding -> finding.remedy().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = Check.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GREETING", "OPEN_RELAY"})
    void silenceIsUnknownAndTheWaitingHasAnEnd(Check check) {
        dns.silent();
        Lookups patient = resolvers.lookups(List.of(dns.id()), Duration.ofSeconds(30), 3);
        Readiness readiness = new Readiness(
                patient,
                ReadinessSettings.DEFAULT,
                new SmtpLook(ReadinessSettings.DEFAULT, address -> false),
                Duration.ofMillis(200));
        long start = System.nanoTime();
        List<Finding> findings = readiness.of(Target.parse(ADDRESS), SENDER);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertEquals(Result.UNKNOWN, only(findings, check).result());
    }

    @Test
    void aMistakeInOneLookLeavesTheOthers() {
        Resolver breaking = new Resolver() {
            @Override
            public ResolverId id() {
                return dns.id();
            }

            @Override
            public java.util.concurrent.CompletableFuture<Answer> ask(Question question, Duration timeout) {
                if (question.type() == Type.TXT) {
                    throw new IllegalStateException("our own mistake");
                }
                return resolvers.resolver(dns.id()).ask(question, timeout);
            }
        };
        List<Finding> findings = new Readiness(new Lookups(List.of(breaking), Duration.ofSeconds(1), 1))
                .of(Target.parse(ADDRESS), SENDER);
        assertEquals(
                "The look broke off: IllegalStateException.",
                only(findings, Check.SPF).evidence());
        assertEquals(Result.UNKNOWN, only(findings, Check.SPF).result());
        assertEquals(Result.GOOD, only(findings, Check.PTR).result());
    }

    @Test
    void switchedOffNothingIsAsked() {
        ReadinessSettings off = new ReadinessSettings(false, false, false, 25);
        assertEquals(List.of(), new Readiness(lookups(), off, address -> true).of(Target.parse(ADDRESS), SENDER));
        assertEquals(0, dns.asked().total());
    }

    @Test
    void nobodyIsConnectedToUnlessThatIsWanted() {
        Set<IpAddress> wanted = ConcurrentHashMap.newKeySet();
        new Readiness(lookups(), ReadinessSettings.DEFAULT, wanted::add).of(Target.parse(ADDRESS), SENDER);
        assertEquals(Set.of(), wanted);
    }

    @Test
    void manyDomainsAreLookedAtInOneGo() {
        String names = String.join(
                " ",
                IntStream.range(0, 60).mapToObj(i -> "d" + i + ".example.com").toList());
        List<Finding> findings = of(ADDRESS, sender(names, ""));
        assertEquals(
                60,
                findings.stream()
                        .filter(finding -> finding.check() == Check.SPF)
                        .count());
    }

    private List<Finding> of(String target, Sender sender) {
        return new Readiness(lookups()).of(Target.parse(target), sender);
    }

    private Lookups lookups() {
        return resolvers.lookups(List.of(dns.id()), Duration.ofSeconds(2), 2);
    }

    private static Finding only(List<Finding> findings, Check check) {
        List<Finding> some =
                findings.stream().filter(finding -> finding.check() == check).toList();
        assertEquals(1, some.size(), findings.toString());
        return some.getFirst();
    }

    private static Set<String> results(List<Finding> findings, Check check) {
        return findings.stream()
                .filter(finding -> finding.check() == check)
                .map(finding -> finding.about() + " " + finding.result())
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Sender sender(String domains, String helo) {
        return new Sender(names(domains), names(helo));
    }

    private static List<DomainName> names(String words) {
        return Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(DomainName::parse)
                .toList();
    }
}
