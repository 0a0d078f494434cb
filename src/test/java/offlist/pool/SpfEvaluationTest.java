package offlist.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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

class SpfEvaluationTest {
    private static final IpAddress ADDRESS = IpAddress.parse("192.0.2.14");
    private static final IpAddress ADDRESS6 = IpAddress.parse("2001:db8::25");

    private final FakeDns dns = FakeDns.start();
    private final Resolvers resolvers = new Resolvers();
    private final FakeDnsZone zone = dns.zone("example.com");

    @AfterEach
    void stop() {
        resolvers.close();
        dns.close();
    }

    /** P passes, N is not covered, B is broken, C cannot be told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 ip4:192.0.2.14 -all | P | `ip4:192.0.2.14` of example.com",
                "v=spf1 ip4:192.0.0.0/8 -all | P | `ip4:192.0.0.0/8` of example.com",
                "v=spf1 ip4:192.0.2.15 ~all | N | `~all` of example.com",
                "v=spf1 -ip4:192.0.2.14 +all | N | `-ip4:192.0.2.14` of example.com",
                "v=spf1 ?ip4:192.0.2.14 +all | N | `?ip4:192.0.2.14` of example.com",
                "v=spf1 all | P | `all` of example.com",
                "v=spf1 | N | no mechanism of example.com matches",
                "v=spf1 ip6:::/0 | N | no mechanism of example.com matches",
                "v=spf1 a -all | P | `a` of example.com",
                "v=spf1 a:other.example.com/28 -all | P | `a:other.example.com/28` of example.com",
                "v=spf1 a:other.example.com -all | N | `-all` of example.com",
                "v=spf1 mx -all | P | `mx` of example.com",
                "v=spf1 mx:other.example.com -all | N | `-all` of example.com",
                "v=spf1 include:_a.example.com -all"
                        + " | P | `include:_a.example.com` of example.com, there `ip4:192.0.2.0/24` of _a.example.com",
                "v=spf1 include:_none.example.com ip4:192.0.2.14 | P | `ip4:192.0.2.14` of example.com",
                "v=spf1 -include:_a.example.com +all | N | `-include:_a.example.com` of example.com,"
                        + " there `ip4:192.0.2.0/24` of _a.example.com",
                "v=spf1 redirect=_a.example.com | P | `ip4:192.0.2.0/24` of _a.example.com",
                "v=spf1 redirect=_none.example.com | N | `-all` of _none.example.com",
                "v=spf1 -all redirect=_a.example.com | N | `-all` of example.com",
                "v=spf1 exists:%{i}._ok.%{d} -all | P | `exists:%{i}._ok.%{d}` of example.com",
                "v=spf1 exists:%{ir}._ok.%{d} -all | N | `-all` of example.com",
                "v=spf1 exists:%{ir}.%{v}._r.%{d2} -all | P | `exists:%{ir}.%{v}._r.%{d2}` of example.com",
                "v=spf1 exists:%{h}._helo.%{o} -all | P | `exists:%{h}._helo.%{o}` of example.com",
                "v=spf1 ptr -all | P | `ptr` of example.com",
                "v=spf1 ptr:example.net -all | N | `-all` of example.com",
                "v=spf1 exists:%{l}._ok.%{d} -all | C | `exists:%{l}._ok.%{d}` of example.com depends on the message",
                "v=spf1 exists:%{l}._ok.%{d} ip4:192.0.2.14 | P | `ip4:192.0.2.14` of example.com",
                "v=spf1 -exists:%{l}._ok.%{d} ip4:192.0.2.14"
                        + " | C | `-exists:%{l}._ok.%{d}` of example.com depends on the message",
                "v=spf1 -exists:%{l}._ok.%{d} -all | N | `-all` of example.com",
                "v=spf1 include:_l.example.com -all | C | `include:_l.example.com` of example.com cannot be told:"
                        + " `exists:%{l}.x` of _l.example.com depends on the message",
                "v=spf1 redirect=%{s}._x | C | `redirect=` of example.com depends on the message",
                "v=spf1 include:gone.example.com -all"
                        + " | B | example.com has `include:gone.example.com`, but gone.example.com has no SPF record",
                "v=spf1 redirect=gone.example.com"
                        + " | B | example.com has `redirect=gone.example.com`, but gone.example.com has no SPF record",
                "v=spf1 include:example.com -all"
                        + " | B | more than 10 terms need DNS, so receivers answer permerror (RFC 7208 section 4.6.4)",
                "v=spf1 a:x.example.com a:y.example.com a:z.example.com ip4:192.0.2.14"
                        + " | B | more than 2 terms lead to no record, so receivers answer permerror"
                        + " (RFC 7208 section 4.6.4)",
                "v=spf1 ip4:192.0.2.14 a:x.example.com a:y.example.com a:z.example.com"
                        + " | P | `ip4:192.0.2.14` of example.com",
                "v=spf1 mx:many.example.com -all | B | mx:many.example.com has more than 10 hosts, so receivers answer"
                        + " permerror (RFC 7208 section 4.6.4)",
                "v=spf1 include:a..b -all | B | the SPF record of example.com is wrong: `include:a..b` names no domain",
                "v=spf1 foo -all | B | the SPF record of example.com is wrong: `foo` is not a term of SPF",
                "v=spf1 a:sick.example.com -all | C | no usable answer for sick.example.com A (servfail)",
                "v=spf1 ip4:192.0.2.14 a:sick.example.com -all | P | `ip4:192.0.2.14` of example.com",
                "v=spf1 ptr:sick.example.com -all | N | `-all` of example.com",
            })
    void recordsAreEvaluatedAsReceiversDo(String record, String outcome, String reason) {
        spf("example.com", record);
        spf("_a.example.com", "v=spf1 ip4:192.0.2.0/24 -all");
        spf("_none.example.com", "v=spf1 -all");
        spf("_l.example.com", "v=spf1 exists:%{l}.x -all");
        zone.add("@", Type.A, "192.0.2.14")
                .add("@", Type.MX, "10 mx.example.com.")
                .add("mx", Type.A, "192.0.2.14");
        zone.add("other", Type.A, "192.0.2.9").add("other", Type.MX, "10 other.example.com.");
        zone.add("192.0.2.14._ok", Type.A, "127.0.0.2");
        zone.add("14.2.0.192.in-addr._r", Type.A, "127.0.0.2");
        zone.add("mta.example.com._helo", Type.A, "127.0.0.2").add("mta", Type.A, "192.0.2.14");
        dns.zone("arpa").add("14.2.0.192.in-addr.arpa.", Type.PTR, "mta.example.com.");
        for (int i = 0; i < 11; i++) {
            zone.add("many", Type.MX, "10 m" + i + ".example.com.");
        }
        dns.on("sick.example.com", FakeDnsFault.rcode(Rcode.SERVFAIL));
        assertEquals(outcome + " " + reason, words(evaluated(ADDRESS)));
    }

    @ParameterizedTest
    @CsvSource({
        "v=spf1 ip6:2001:db8::/32 -all, P `ip6:2001:db8::/32` of example.com",
        "v=spf1 ip4:0.0.0.0/0 -all, N `-all` of example.com",
        "v=spf1 a//64 -all, P `a//64` of example.com",
        "v=spf1 a -all, N `-all` of example.com",
        "v=spf1 exists:%{i}._v6.%{d} -all, P `exists:%{i}._v6.%{d}` of example.com",
    })
    void itKnowsBothFamilies(String record, String words) {
        spf("example.com", record);
        zone.add("@", Type.AAAA, "2001:db8::1").add("@", Type.A, "192.0.2.14");
        zone.add(
                "2.0.0.1.0.d.b.8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.2.5._v6.example.com.",
                Type.A,
                "127.0.0.2");
        assertEquals(words, words(evaluated(ADDRESS6)));
    }

    @Test
    void whatComesAfterTheMatchIsNeverAsked() {
        spf("example.com", "v=spf1 ip4:192.0.2.14 include:_later.example.com -all");
        evaluated(ADDRESS);
        assertEquals(1, dns.asked().total());
    }

    @ParameterizedTest
    @CsvSource({"10, P `ip4:192.0.2.14` of example.com", "11, B more than 10 terms need DNS"})
    void tenTermsMayNeedDnsAndNoMore(int terms, String words) {
        spf("example.com", "v=spf1" + " a".repeat(terms) + " ip4:192.0.2.14 -all");
        zone.add("@", Type.A, "192.0.2.1");
        assertTrue(words(evaluated(ADDRESS)).startsWith(words));
    }

    @Test
    void noRecordIsAnAnswerAndTwoAreBroken() {
        assertInstanceOf(SpfOutcome.NoRecord.class, evaluated(ADDRESS));
        spf("example.com", "v=spf1 -all");
        spf("example.com", "v=spf1 +all");
        assertInstanceOf(SpfOutcome.Broken.class, evaluated(ADDRESS));
    }

    @Test
    void aResolverThatFailsTellsNothing() {
        dns.rcode(Rcode.SERVFAIL);
        assertEquals("C no usable answer for example.com TXT (servfail)", words(evaluated(ADDRESS)));
    }

    @ParameterizedTest
    @CsvSource({
        "%{d}, mail.example.com",
        "%{d1}, com",
        "%{d2}, example.com",
        "%{d9}, mail.example.com",
        "%{dr}, com.example.mail",
        "%{d1r}, mail",
        "%{D2R}, example.mail",
        "%{x-}, a.b",
        "%{x1-}, b",
        "a%{x0r-}z, ab.az",
        "%%%_%-, % %20",
        "plain, plain",
    })
    void macrosAreExpanded(String spec, String expanded) {
        Map<Character, String> values = Map.of('d', "mail.example.com", 'x', "a-b");
        assertEquals(Optional.of(expanded), SpfMacros.expand(spec, values));
    }

    @ParameterizedTest
    @CsvSource({"%{l}", "%{d", "100%", "%{dd}", "%a"})
    void whatIsNotKnownIsNotExpanded(String spec) {
        assertEquals(Optional.empty(), SpfMacros.expand(spec, Map.of('d', "example.com")));
    }

    private SpfOutcome evaluated(IpAddress address) {
        Lookup lookup = new Lookup(resolvers.lookups(List.of(dns.id()), Duration.ofSeconds(2), 1));
        return SpfEvaluation.of(
                lookup, new DomainName("example.com"), address, List.of(new DomainName("mta.example.com")));
    }

    private static String words(SpfOutcome outcome) {
        return switch (outcome) {
            case SpfOutcome.Passes passes -> "P " + passes.by();
            case SpfOutcome.NotCovered no -> "N " + no.by();
            case SpfOutcome.NoRecord none -> "-";
            case SpfOutcome.Broken broken -> "B " + broken.why();
            case SpfOutcome.CannotTell doubt -> "C " + doubt.why();
        };
    }

    private void spf(String name, String record) {
        zone.add(name + ".", Type.TXT, '"' + record + '"');
    }
}
