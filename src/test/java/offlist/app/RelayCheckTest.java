package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import offlist.alert.MailSettings;
import offlist.alert.MailSettings.Tls;
import offlist.pool.Pool;
import offlist.pool.PoolMember;
import offlist.pool.PoolName;
import offlist.pool.Target;
import org.junit.jupiter.api.Test;

class RelayCheckTest {
    private final Pool pool = new Pool(
            List.of(new PoolMember(Target.parse("127.0.0.1"), new TreeSet<>(List.of(new PoolName("marketing"))))));

    @Test
    void aRelayInThePoolIsTold() {
        assertThat(RelayCheck.warning(relay("127.0.0.1"), pool))
                .hasValueSatisfying(text -> assertThat(text).contains("127.0.0.1", "pool marketing"));
        assertThat(RelayCheck.warning(relay("localhost"), pool)).isPresent();
    }

    @Test
    void aRelayElsewhereIsFine() {
        assertThat(RelayCheck.warning(relay("127.0.0.2"), pool)).isEmpty();
    }

    private static MailSettings relay(String host) {
        return new MailSettings(host, 25, "offlist@example.com", Tls.NONE, Optional.empty(), Optional.empty());
    }
}
