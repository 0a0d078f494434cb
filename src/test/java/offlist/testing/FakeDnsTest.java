package offlist.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class FakeDnsTest {
    private final FakeDns dns = FakeDns.start();

    @AfterEach
    void stop() {
        dns.close();
    }

    private Message ask(String name, int type) throws IOException {
        SimpleResolver resolver = new SimpleResolver(dns.address());
        resolver.setTimeout(Duration.ofSeconds(2));
        return resolver.send(Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN)));
    }

    @Test
    void listsAnAddressWithCodeAndText() throws IOException {
        dns.zone("bl.test").list("192.0.2.10", "127.0.0.2", "seen spam");
        assertThat(ask("10.2.0.192.bl.test.", Type.A)
                        .getSection(Section.ANSWER)
                        .getFirst()
                        .rdataToString())
                .isEqualTo("127.0.0.2");
        assertThat(ask("10.2.0.192.bl.test.", Type.TXT)
                        .getSection(Section.ANSWER)
                        .getFirst()
                        .rdataToString())
                .isEqualTo("\"seen spam\"");
    }

    @Test
    void doesNotKnowOtherNames() throws IOException {
        dns.zone("bl.test");
        assertThat(ask("11.2.0.192.bl.test.", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(ask("other.test.", Type.A).getRcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void knowsTheTestPointsInBothFamilies() throws IOException {
        dns.zone("bl.test").testPoints();
        String mapped = "2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.bl.test.";
        assertThat(ask("2.0.0.127.bl.test.", Type.A).getSection(Section.ANSWER)).hasSize(1);
        assertThat(ask(mapped, Type.A).getSection(Section.ANSWER)).hasSize(1);
    }

    @Test
    void sendsLongTextsOverTcp() throws IOException {
        dns.zone("bl.test").list("192.0.2.10", "127.0.0.2", "x".repeat(250));
        for (int i = 0; i < 9; i++) {
            dns.zone("bl.test").add("10.2.0.192", Type.TXT, "\"" + i + "y".repeat(250) + "\"");
        }
        assertThat(ask("10.2.0.192.bl.test.", Type.TXT).getSection(Section.ANSWER))
                .hasSize(10);
        assertThat(dns.asked().overTcp()).isEqualTo(1);
    }

    @Test
    void countsWhatItWasAsked() throws IOException {
        dns.zone("bl.test");
        ask("a.bl.test.", Type.A);
        ask("A.bl.test.", Type.A);
        assertThat(dns.asked().times("a.bl.test", Type.A)).isEqualTo(2);
        assertThat(dns.asked().total()).isEqualTo(2);
    }

    @Test
    void answersWithTheCodeItWasTold() throws IOException {
        dns.zone("bl.test");
        dns.rcode(Rcode.SERVFAIL);
        assertThat(ask("a.bl.test.", Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
    }
}
