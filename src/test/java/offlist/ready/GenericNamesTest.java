package offlist.ready;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenericNamesTest {
    private static final List<DomainName> OWN = List.of(new DomainName("example.com"), new DomainName("news.test"));

    @ParameterizedTest
    @CsvSource({
        "192.0.2.14, 192-0-2-14.example.net",
        "192.0.2.14, 14-2-0-192.example.net",
        "192.0.2.14, 192.0.2.14.example.net",
        "192.0.2.14, static.14.2.0.192.clients.example.net",
        "192.0.2.14, ec2-192-0-2-14.compute-1.example.net",
        "192.0.2.14, ip14.ip-192-0-2.example.net",
        "192.0.2.14, c-192-0-2-14.hsd1.ca.example.net",
        "192.0.2.14, cpe-192-000-002-014.south.example.net",
        "192.0.2.14, 192x0x2x14.fixed.example.net",
        "192.0.2.14, h192000002014.example.net",
        "192.0.2.14, host-014002000192.example.net",
        "192.0.2.14, 3221225998.example.net",
        "192.0.2.14, pc000020e.dip0.example.net",
        "192.0.2.14, 0e0200c0.example.net",
        "192.0.2.14, c0-00-02-0e.example.net",
        "192.0.2.14, h-0-2-14.a192.example.net",
        "192.0.2.14, 2-0-192.example.net",
        "192.0.2.14, mail-0-2-14.example.co.uk",
        "198.51.100.200, 19851100200.example.net",
        "198.51.100.200, node-51-100-200.example.net",
        "2001:db8::25, 2001-db8--25.example.net",
        "2001:db8::25, 2001-db8-0-0-0-0-0-25.v6.example.net",
        "2001:db8::25, 2001.db8.0.0.0.0.0.25.example.net",
        "2001:db8::25, 20010db8000000000000000000000025.example.net",
        "2001:db8::25, 2001-0db8-0000-0000-0000-0000-0000-0025.example.net",
        "2001:db8::25, 5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.example.net",
        "2001:db8::a1b2:c3d4:e5f6:7788, a1b2c3d4e5f67788.example.net",
        "192.0.2.14, dynamic.example.net",
        "192.0.2.14, dhcp-77.example.net",
        "192.0.2.14, ppp3.sao.example.com.br",
        "192.0.2.14, dsl-north-4.example.net",
        "192.0.2.14, adsl.static.example.net",
        "192.0.2.14, mail.ftth.example.net",
        "192.0.2.14, dyn7.example.org",
        "192.0.2.14, dialup-1.example.net",
        "192.0.2.14, pool-7.example.net",
        "192.0.2.14, static77.example.net",
        "192.0.2.14, cable-3-9.example.net",
        "192.0.2.14, cust4711.example.net",
        "192.0.2.14, customer-9.fra.example.net",
        "192.0.2.14, vps12345.example.net",
        "192.0.2.14, ip-5.example.net",
        "192.0.2.14, unassigned.example.net",
        "192.0.2.14, no-reverse-dns-configured.example.net",
        "192.0.2.14, localhost",
        "192.0.2.14, localhost.localdomain",
        "192.0.2.14, unknown.fra.example.net",
        "192.0.2.14, dhcp-14.example.com",
        "192.0.2.14, static-192-0-2-14.example.com",
        "2001:db8::25, ip-2001-db8--25.mta.news.test",
    })
    void aNameOfAMachine(String address, String name) {
        assertTrue(why(address, name).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.14, mail.example.net",
        "192.0.2.14, mail14.example.net",
        "192.0.2.14, mx1.fra.example.net",
        "192.0.2.14, mta-2-14.example.net",
        "192.0.2.14, out14.mta2.example.net",
        "192.0.2.14, smtp-0-2.example.net",
        "192.0.2.14, host14.example.net",
        "192.0.2.14, a14-192.smtp-out.example.net",
        "192.0.2.14, relay2019.example.net",
        "192.0.2.14, mail.static.example.net",
        "192.0.2.14, mail-pool.example.net",
        "192.0.2.14, mx.pool.example.net",
        "192.0.2.14, staticmail1.example.net",
        "192.0.2.14, dynamo.example.net",
        "192.0.2.14, poolside4.example.net",
        "192.0.2.14, cablegram7.example.net",
        "192.0.2.14, ipswich3.example.net",
        "192.0.2.14, mail.dsl.test",
        "192.0.2.14, mail.dynamic.co.uk",
        "192.0.2.14, smtp3.cable.test",
        "192.0.2.14, mail.unknown.test",
        "192.0.2.14, static.test",
        "192.0.2.14, xn--bcher-kva.example.net",
        "192.0.2.14, example.net",
        "192.0.2.14, mta14.example.com",
        "192.0.2.14, 192-0-2-14.example.com",
        "192.0.2.14, o14.ptr7.example.com",
        "192.0.2.14, pool14.example.com",
        "192.0.2.14, ip-14.mta.news.test",
        "192.0.2.14, example.com",
        "2001:db8::25, mail25.example.net",
        "2001:db8::25, v6-25.mta.example.net",
        "2001:db8::25, mx-2001.example.net",
        "2001:db8::25, 2001-db8--25.news.test",
    })
    void aNameThatSomebodyGave(String address, String name) {
        assertEquals(Optional.empty(), why(address, name));
    }

    @ParameterizedTest
    @CsvSource({
        "192-0-2-14.example.net, it spells out the address 192.0.2.14",
        "dhcp-7.example.net, it holds the word `dhcp`",
        "pool-7.example.net, `pool-7` is a number in a row of customers",
        "unset.example.net, `unset` stands where a name would",
    })
    void theReasonIsSaid(String name, String reason) {
        assertEquals(Optional.of(reason), why("192.0.2.14", name));
    }

    /** What many networks call their machines, with other addresses than those of the table. */
    @Test
    void everyAddressIsFoundInTheUsualForms() {
        List<String> forms =
                List.of("%d-%d-%d-%d.a.example.net", "x%d.%d.%d.%d.example.net", "h%03d%03d%03d%03d.example.net");
        for (int bits = 0x01020304; bits > 0 && bits < 0x7F000000; bits += 0x00FEDCBB) {
            for (String form : forms) {
                String name = String.format(form, bits >>> 24, bits >> 16 & 255, bits >> 8 & 255, bits & 255);
                assertTrue(new AddressForms(IpAddress.v4(bits)).in(name), name);
                assertFalse(new AddressForms(IpAddress.v4(bits ^ 0x40404040)).in(name), name);
            }
        }
    }

    private static Optional<String> why(String address, String name) {
        return GenericNames.SHIPPED.why(new DomainName(name), IpAddress.parse(address), OWN);
    }
}
