package offlist.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import offlist.catalogue.Kind;
import offlist.catalogue.Zone;
import offlist.pool.DomainName;
import offlist.pool.Target;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryNameTest {
    private static final Zone ZONE = Zone.of("bl.test");

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10, 10.2.0.192.bl.test.",
        "255.0.0.1, 1.0.0.255.bl.test.",
        "2001:db8:1::a2, 2.a.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.bl.test.",
        "Example.COM, example.com.bl.test.",
        "bücher.example, xn--bcher-kva.example.bl.test.",
    })
    void reversesAddressesAndPrefixesDomains(String target, String name) {
        assertThat(QueryName.of(ZONE, Target.parse(target)).orElseThrow().name())
                .hasToString(name);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.2, IPV4, 2.0.0.127.bl.test.",
        "::FFFF:7F00:2, IPV6, 2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.bl.test.",
        "2001:db8::1, IPV6, 1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.bl.test.",
        "TEST, DOMAIN, test.bl.test.",
    })
    void testPointsOfRfc5782(String point, Kind kind, String name) {
        assertThat(new TestPoint(point, kind).in(ZONE).orElseThrow().name()).hasToString(name);
    }

    /** The example of RFC 5782 section 2.4. */
    @Test
    void ipv6IsAskedInNibbles() {
        Zone ugly = Zone.of("ugly.example.com");
        assertThat(QueryName.of(ugly, Target.parse("2001:db8:1:2:3:4:567:89ab"))
                        .orElseThrow()
                        .name())
                .hasToString("b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.ugly.example.com.");
    }

    @Test
    void aTestPointThatIsNoNameIsNone() {
        assertThat(new TestPoint("-..-", Kind.DOMAIN).in(ZONE)).isEmpty();
    }

    @Test
    void aNameThatDnsCannotCarryIsNone() {
        String label = "x".repeat(63);
        Target longest = new DomainName(String.join(".", List.of(label, label, label, "y".repeat(52))));
        assertThat(QueryName.of(ZONE, longest)).isPresent();
        Target longer = new DomainName(String.join(".", List.of(label, label, label, "y".repeat(60))));
        assertThat(QueryName.of(ZONE, longer)).isEqualTo(Optional.empty());
    }

    @Test
    void theKeyIsAskedButNeverShown() {
        Zone zone = Zone.of("{key}.bl.test").withKey(Secret.of("s3cr3tkey"));
        QueryName name = QueryName.of(zone, Target.parse("192.0.2.10")).orElseThrow();
        assertThat(name.name()).hasToString("10.2.0.192.s3cr3tkey.bl.test.");
        assertThat(name).hasToString("10.2.0.192.{key}.bl.test");
    }
}
