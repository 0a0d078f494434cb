package offlist.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import offlist.dns.Resolvers;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.Lookup;
import offlist.testing.FakeDns;
import offlist.testing.FakeDnsFault;
import offlist.testing.FakeDnsZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

class MailRouteTest {
    private final FakeDns dns = FakeDns.start();
    private final Resolvers resolvers = new Resolvers();
    private final FakeDnsZone zone = dns.zone("example.org");

    @AfterEach
    void stop() {
        resolvers.close();
        dns.close();
    }

    private MailHosts of(String domain) {
        return new MailRoute(new Lookup(resolvers.lookups(List.of(dns.id()), Duration.ofSeconds(2), 1)))
                .of(DomainName.parse(domain));
    }

    @Test
    void hostsStandInTheOrderInWhichTheyAreTried() {
        zone.add("@", Type.MX, "20 b.example.org.").add("@", Type.MX, "10 a.example.org.");
        zone.add("a", Type.A, "192.0.2.1").add("a", Type.AAAA, "2001:db8::1").add("b", Type.A, "192.0.2.2");
        assertEquals(
                new MailHosts.Exchanges(List.of(
                        MailHost.at(
                                "a.example.org", List.of(IpAddress.parse("192.0.2.1"), IpAddress.parse("2001:db8::1"))),
                        MailHost.at("b.example.org", List.of(IpAddress.parse("192.0.2.2"))))),
                of("example.org"));
    }

    @Test
    void aHostWithoutAddressIsCertainlyOfNoUse() {
        zone.add("@", Type.MX, "10 a.example.org.").add("@", Type.MX, "20 b.example.org.");
        zone.add("b", Type.A, "192.0.2.2");
        MailHosts hosts = of("example.org");
        assertEquals(
                Optional.of(new MailHost.Fault(true, "a.example.org does not exist")),
                assertInstanceOf(MailHosts.Exchanges.class, hosts)
                        .hosts()
                        .getFirst()
                        .fault());
        assertThat(hosts.reachable()).extracting(MailHost::name).containsExactly("b.example.org");
    }

    @Test
    void withoutMxTheHostOfThatNameTakesTheMail() {
        zone.add("@", Type.A, "192.0.2.3");
        assertEquals(
                new MailHosts.Itself(MailHost.at("example.org", List.of(IpAddress.parse("192.0.2.3")))),
                of("example.org"));
    }

    @Test
    void aNullMxTakesNothingAndHasNoHosts() {
        zone.add("@", Type.MX, "0 .").add("@", Type.A, "192.0.2.3");
        MailHosts hosts = of("example.org");
        assertEquals(new MailHosts.NullMx(), hosts);
        assertThat(hosts.reachable()).isEmpty();
    }

    @Test
    void neitherMxNorAddressIsNowhere() {
        zone.add("@", Type.TXT, "\"nothing\"");
        assertEquals(new MailHosts.Nowhere(), of("example.org"));
    }

    @Test
    void aDomainThatDoesNotExistIsSaidToBeSo() {
        zone.add("@", Type.TXT, "\"here\"");
        assertEquals(new MailHosts.NoSuchDomain(), of("gone.example.org"));
    }

    @Test
    void noUsableAnswerIsNoVerdict() {
        dns.always(FakeDnsFault.rcode(Rcode.SERVFAIL));
        assertThat(assertInstanceOf(MailHosts.Unknown.class, of("example.org")).words())
                .contains("example.org MX")
                .contains("servfail");
    }

    @Test
    void aFloodOfHostsIsCut() {
        for (int i = 10; i < 40; i++) {
            zone.add("@", Type.MX, i + " m" + i + ".example.org.").add("m" + i, Type.A, "192.0.2." + i);
        }
        assertThat(of("example.org").reachable())
                .hasSize(10)
                .first()
                .extracting(MailHost::name)
                .isEqualTo("m10.example.org");
    }
}
