package offlist.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class KnownResolversTest {
    @Test
    void theLargePublicResolversAreKnown() {
        assertThat(KnownResolvers.operator("8.8.8.8")).contains("Google Public DNS");
        assertThat(KnownResolvers.operator("2606:4700:4700::1111")).contains("Cloudflare");
        assertThat(KnownResolvers.operator("9.9.9.9")).contains("Quad9");
    }

    @Test
    void aResolverOfOnesOwnIsNot() {
        assertThat(KnownResolvers.operator("127.0.0.1")).isEmpty();
        assertThat(KnownResolvers.operator("192.0.2.53")).isEmpty();
    }

    @Test
    void everyAddressIsOneAndWrittenAsResolversAre() throws Exception {
        assertThat(KnownResolvers.all()).hasSizeGreaterThan(60);
        for (String address : KnownResolvers.all().keySet()) {
            assertThat(address).matches("[0-9a-f.:]+");
            assertThat(InetAddress.getByName(address).getHostAddress().length()).isGreaterThan(6);
            String named = address.contains(":") ? "[" + address + "]" : address;
            assertThat(offlist.dns.ResolverId.parse(named).orElseThrow().address())
                    .isEqualTo(address);
        }
    }
}
