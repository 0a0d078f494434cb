package offlist.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolversTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1:53",
        "127.0.0.1:5353, 127.0.0.1:5353",
        "::1, [::1]:53",
        "[::1], [::1]:53",
        "[2001:DB8:0:0:1:0:0:53]:54, [2001:db8::1:0:0:53]:54",
        "2001:db8::, [2001:db8::]:53",
        "::, [::]:53",
    })
    void readsAddressesWithAndWithoutPort(String text, String id) {
        assertThat(ResolverId.parse(text)).contains(new ResolverId(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "dns.example",
                "1.2.3",
                "1.2.3.4.5",
                "256.0.0.1",
                "127.0.0.1:",
                "127.0.0.1:0",
                "127.0.0.1:65536",
                "127.0.0.1:99999999",
                "[::1",
                "[127.0.0.1]:53",
                "::g",
                "1:2",
                "0x7f000001"
            })
    void refusesEverythingElse(String text) {
        assertThat(ResolverId.parse(text)).isEmpty();
    }

    @Test
    void theSameIdIsTheSameResolver() {
        try (Resolvers resolvers = new Resolvers()) {
            ResolverId id = new ResolverId("127.0.0.1:53");
            assertThat(resolvers.resolver(id)).isSameAs(resolvers.resolver(id));
            assertThat(resolvers.resolver(id).id()).isEqualTo(id);
        }
    }

    @Test
    void aNameIsNoResolver() {
        try (Resolvers resolvers = new Resolvers()) {
            assertThatThrownBy(() -> resolvers.resolver(new ResolverId("dns.example")))
                    .hasMessageContaining("dns.example");
        }
    }

    @Test
    void theSystemsServersCanBeAsked() {
        assertThat(Resolvers.systemDefault())
                .allSatisfy(id -> assertThat(ResolverId.parse(id.value())).contains(id));
    }
}
