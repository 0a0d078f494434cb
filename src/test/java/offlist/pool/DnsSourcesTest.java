package offlist.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import offlist.dns.Resolvers;
import offlist.testing.FakeDns;
import offlist.testing.FakeDnsFault;
import offlist.testing.FakeDnsZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

class DnsSourcesTest {
    private static final PoolName POOL = new PoolName("transactional");
    private static final DomainName DOMAIN = new DomainName("example.com");

    private final FakeDns dns = FakeDns.start();
    private final Resolvers resolvers = new Resolvers();
    private final FakeDnsZone zone = dns.zone("example.com");
    private Optional<Integer> maxAddresses = Optional.empty();

    @AfterEach
    void stop() {
        resolvers.close();
        dns.close();
    }

    @Test
    void networksAreTakenAsWritten() {
        spf("example.com", "v=spf1 ip4:192.0.2.8/29 ip6:2001:db8::25 ip4:198.51.100.7 -all");
        assertEquals("[192.0.2.8/29, 198.51.100.7, 2001:db8::25]", expanded());
    }

    @Test
    void hostsAndMailExchangersAreLookedUpWithTheirPrefixes() {
        spf("example.com", "v=spf1 a a:mta.example.com/30//126 mx:example.com ~all");
        zone.add("@", Type.A, "192.0.2.1").add("@", Type.MX, "10 mx1.example.com.");
        zone.add("@", Type.MX, "20 mx2.example.com.").add("mx2", Type.A, "203.0.113.9");
        zone.add("mx1", Type.A, "203.0.113.1").add("mx1", Type.A, "203.0.113.2");
        zone.add("mta", Type.A, "198.51.100.77").add("mta", Type.AAAA, "2001:db8::77");
        assertEquals(
                "[192.0.2.1, 198.51.100.76/30, 203.0.113.1-203.0.113.2, 203.0.113.9, 2001:db8::74/126]", expanded());
    }

    @Test
    void includesAndRedirectsAreFollowed() {
        spf("example.com", "v=spf1 include:_spf.example.com redirect=_last.example.com");
        spf("_spf.example.com", "v=spf1 ip4:192.0.2.1 include:%{d}.deep.example.com -all");
        spf("_spf.example.com.deep.example.com", "v=spf1 ip4:192.0.2.2 -all");
        spf("_last.example.com", "v=spf1 ip4:192.0.2.3 -all");
        assertEquals("[192.0.2.1-192.0.2.3]", expanded());
    }

    @Test
    void nothingAfterAllCountsAndItSilencesTheRedirect() {
        spf("example.com", "v=spf1 ip4:192.0.2.1 ~all ip4:192.0.2.2 redirect=_last.example.com");
        assertEquals("[192.0.2.1]", expanded());
    }

    @Test
    void onlyTermsThatPassCount() {
        spf("example.com", "v=spf1 +ip4:192.0.2.1 -ip4:192.0.2.2 ~ip4:192.0.2.3 ?include:gone.example.com -all");
        assertEquals("[192.0.2.1]", expanded());
    }

    @Test
    void theStringsOfARecordAreJoinedAndOtherTextsIgnored() {
        zone.add("@", Type.TXT, "\"google-site-verification=x\"");
        zone.add("@", Type.TXT, "\"v=spf1 ip4:192.0\" \".2.1 -all\"");
        assertEquals("[192.0.2.1]", expanded());
    }

    @Test
    void whatDependsOnTheMessageIsNamedAsNotEnumerable() {
        spf("example.com", "v=spf1 ip4:192.0.2.1 exists:%{i}._spf.%{d} ptr include:%{ir}.example.com +all");
        assertEquals(
                List.of(
                        "`exists:%{i}._spf.%{d}` of example.com cannot be enumerated",
                        "`ptr` of example.com cannot be enumerated",
                        "`include:%{ir}.example.com` of example.com depends on the message and cannot be enumerated",
                        "example.com lets every address send (`all`), which cannot be enumerated"),
                members().notes());
        assertEquals("[192.0.2.1]", expanded());
    }

    @Test
    void theEleventhTermThatNeedsDnsIsReportedAndFollowed() {
        StringBuilder record = new StringBuilder("v=spf1");
        for (int i = 1; i <= 11; i++) {
            record.append(" include:s").append(i).append(".example.com");
            spf("s" + i + ".example.com", "v=spf1 ip4:192.0.2." + i + " -all");
        }
        spf("example.com", record + " -all");
        assertEquals(
                List.of("more than 10 terms need DNS, so receivers answer permerror (RFC 7208 section 4.6.4)"),
                members().notes());
        assertEquals("[192.0.2.1-192.0.2.11]", expanded());
    }

    @Test
    void tenTermsAreFine() {
        spf("example.com", "v=spf1" + " a".repeat(10) + " -all");
        zone.add("@", Type.A, "192.0.2.1");
        assertEquals(List.of(), members().notes());
    }

    @Test
    void anExpansionEndsSomewhere() {
        spf("example.com", "v=spf1" + " a".repeat(51) + " -all");
        zone.add("@", Type.A, "192.0.2.1");
        assertEquals("more than 50 terms need DNS", failure());
    }

    @Test
    void theThirdTermThatLeadsNowhereIsReported() {
        spf("example.com", "v=spf1 a:x.example.com a:y.example.com mx:z.example.com ip4:192.0.2.1 -all");
        assertEquals(
                List.of(
                        "`a:x.example.com` leads to no record",
                        "`a:y.example.com` leads to no record",
                        "`mx:z.example.com` leads to no record",
                        "more than 2 terms lead to no record, so receivers answer permerror (RFC 7208 section 4.6.4)"),
                members().notes());
        assertEquals("[192.0.2.1]", expanded());
    }

    @Test
    void anEleventhMailExchangerIsReported() {
        spf("example.com", "v=spf1 mx -all");
        for (int i = 1; i <= 11; i++) {
            zone.add("@", Type.MX, "10 mx" + i + ".example.com.");
            zone.add("mx" + i, Type.A, "192.0.2." + i);
        }
        assertEquals(
                List.of("mx:example.com has more than 10 hosts, so receivers answer permerror"
                        + " (RFC 7208 section 4.6.4)"),
                members().notes());
        assertEquals("[192.0.2.1-192.0.2.11]", expanded());
    }

    @Test
    void networksThatAreTooWideAreLeftOutAndNamed() {
        spf("example.com", "v=spf1 ip4:192.0.2.1 ip4:198.18.0.0/15 ip6:2001:db8::/32 -all");
        assertEquals("[192.0.2.1]", expanded());
        assertEquals(
                "left out: `198.18.0.0/15` holds 131072 addresses, wider than /20, which needs `max-addresses`",
                members().notes().getFirst());
        maxAddresses = Optional.of(200_000);
        assertEquals("[192.0.2.1, 198.18.0.0/15]", expanded());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 ipv4:192.0.2.1 -all"
                        + " | the SPF record of example.com is wrong: `ipv4:192.0.2.1` is not a term of SPF",
                "v=spf1 include:none.example.com -all"
                        + " | example.com has `include:none.example.com`, but none.example.com has no SPF record",
                "v=spf1 redirect=none.example.com"
                        + " | example.com has `redirect=none.example.com`, but none.example.com has no SPF record",
                "v=spf1 include:a..b -all"
                        + " | the SPF record of example.com is wrong: `include:a..b` names no domain",
                "v=spf1 include:example.com -all | example.com includes itself",
                "v=spf1 include:loop.example.com -all | example.com includes itself",
                "v=spf1 include:two.example.com -all"
                        + " | two.example.com has 2 SPF records, so receivers answer permerror (RFC 7208 section 4.5)",
            })
    void whatNoReceiverCouldReadIsAFailure(String record, String sentence) {
        spf("example.com", record);
        spf("loop.example.com", "v=spf1 include:example.com -all");
        spf("two.example.com", "v=spf1 -all");
        spf("two.example.com", "v=spf1 ip4:192.0.2.1 -all");
        assertEquals(sentence, failure());
    }

    @Test
    void noRecordIsAnAnswer() {
        zone.add("@", Type.TXT, "\"hello\"");
        assertEquals("[]", expanded());
        assertEquals(List.of("example.com has no SPF record"), members().notes());
    }

    @Test
    void aResolverThatFailsIsAFailureWhereverItHappens() {
        spf("example.com", "v=spf1 ip4:192.0.2.1 include:_spf.example.com a:mta.example.com mx -all");
        spf("_spf.example.com", "v=spf1 -all");
        zone.add("@", Type.MX, "10 mta.example.com.").add("mta", Type.A, "192.0.2.2");
        dns.on("mta.example.com", FakeDnsFault.rcode(Rcode.SERVFAIL));
        assertEquals("no usable answer for mta.example.com A (servfail)", failure());
        dns.on("_spf.example.com", FakeDnsFault.rcode(Rcode.REFUSED));
        assertEquals("no usable answer for _spf.example.com TXT (refused)", failure());
        dns.silent();
        assertEquals("no usable answer for example.com TXT (timeout)", failure());
    }

    @Test
    void aLostPacketIsNoFailure() {
        spf("example.com", "v=spf1 ip4:192.0.2.1 -all");
        dns.always(FakeDnsFault.dropFirst(1));
        assertEquals("[192.0.2.1]", expanded());
    }

    @Test
    void aHostHasTheAddressesOfBothFamilies() {
        zone.add("mta1", Type.A, "192.0.2.9").add("mta1", Type.A, "192.0.2.3");
        zone.add("mta1", Type.AAAA, "2001:db8::9");
        zone.add("alias", Type.CNAME, "mta1.example.com.");
        assertEquals(
                "[192.0.2.3, 192.0.2.9, 2001:db8::9]",
                host("mta1.example.com").addresses().toString());
        assertEquals(host("mta1.example.com"), host("alias.example.com"));
    }

    @Test
    void aHostWithoutAddressIsAnAnswerAndSaysSo() {
        zone.add("bare", Type.TXT, "\"x\"");
        assertEquals(
                List.of("bare.example.com has no address"),
                host("bare.example.com").notes());
        assertEquals(
                List.of("gone.example.com does not exist"),
                host("gone.example.com").notes());
        assertTrue(host("gone.example.com").addresses().isEmpty());
    }

    @Test
    void aHostWhoseOneFamilyFailsIsAFailure() {
        zone.add("mta1", Type.A, "192.0.2.9");
        dns.on("mta1.example.com", reply -> {
            if (reply.query().getQuestion().getType() == Type.AAAA) {
                FakeDnsFault.rcode(Rcode.SERVFAIL).apply(reply);
            }
        });
        PoolSource source = new HostSource(POOL, new DomainName("mta1.example.com"), lookup());
        assertEquals(new Yield.Failed("no usable answer for mta1.example.com AAAA (servfail)"), source.read());
    }

    private void spf(String name, String record) {
        dns.zone("example.com").add(name + ".", Type.TXT, '"' + record.replaceAll(".{200}", "$0\" \"") + '"');
    }

    private String expanded() {
        return members().addresses().toString();
    }

    private Yield.Members members() {
        return assertInstanceOf(Yield.Members.class, spfSource().read());
    }

    private String failure() {
        return assertInstanceOf(Yield.Failed.class, spfSource().read()).message();
    }

    private SpfSource spfSource() {
        return new SpfSource(POOL, DOMAIN, lookup(), new PoolLimits(maxAddresses));
    }

    private Yield.Members host(String name) {
        return assertInstanceOf(Yield.Members.class, new HostSource(POOL, new DomainName(name), lookup()).read());
    }

    private Lookup lookup() {
        return new Lookup(resolvers.lookups(List.of(dns.id()), Duration.ofMillis(300), 2));
    }
}
