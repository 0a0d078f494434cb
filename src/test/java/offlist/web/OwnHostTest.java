package offlist.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnHostTest {
    private static final Set<String> NAMED = Set.of("offlist.internal");
    private static final Optional<URI> PAGES = Optional.of(URI.create("https://Lists.example.com:8443/offlist/"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "198.51.100.7",
                "[::1]",
                "2001:db8::1",
                "localhost",
                "LOCALHOST.",
                "offlist.internal",
                "Offlist.Internal.",
                "lists.example.com"
            })
    void addressesAndTheNamesThatTheOperatorSaidAreOurs(String host) {
        assertThat(OwnHost.known(host, NAMED, () -> PAGES)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "evil.offlist.internal",
                "example.com",
                "127.0.0.1@evil.example",
                "[evil.example]"
            })
    void everyOtherNameIsNot(String host) {
        assertThat(OwnHost.known(host, NAMED, () -> PAGES)).isFalse();
        assertThat(OwnHost.known("lists.example.com", Set.of(), Optional::empty))
                .isFalse();
    }
}
