package offlist.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import offlist.alert.ReceiverSettings;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramReceiversTest {
    @TempDir
    Path folder;

    private Optional<ReceiverSettings.Alertmanager> alertmanager(String keys) {
        return read(keys) instanceof Reading.Good good
                ? good.settings().alert().receivers().stream()
                        .map(ReceiverSettings.Alertmanager.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    private Reading read(String keys) {
        return GoodConfig.read("""
                pools: [{name: a, addresses: [192.0.2.10]}]
                receivers: [{name: am, alertmanager: {url: "http://127.0.0.1:9093/", %s}}]
                route: {receiver: am}
                """.formatted(keys), folder);
    }

    @Test
    void anAlertmanagerWithoutLoginIsAskedWithoutOne() {
        ReceiverSettings.Alertmanager settings = alertmanager("resend: 30s").orElseThrow();

        assertThat(settings.urls()).isEqualTo(List.of("http://127.0.0.1:9093"));
        assertThat(settings.resend()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.authorization()).isEmpty();
    }

    @Test
    void aTokenIsABearersToken() {
        assertThat(login("token: T0PSECRET")).contains("Bearer T0PSECRET");
    }

    @Test
    void aNameAndAPasswordAreBasicAuthentication() {
        String expected = Base64.getEncoder().encodeToString("anna:p:w".getBytes(StandardCharsets.UTF_8));

        assertThat(login("username: anna, password: 'p:w'")).contains("Basic " + expected);
    }

    @Test
    void twoWaysToLogInAreOneTooMany() {
        assertThat(GoodConfig.problems(read("token: x, username: anna, password: y")))
                .contains("`token` and `password` are two ways to log in");
    }

    @Test
    void aPasswordNeedsAName() {
        assertThat(GoodConfig.problems(read("password: y"))).contains("`username` and `password` belong together");
    }

    private Optional<String> login(String keys) {
        return alertmanager(keys).flatMap(settings -> settings.authorization().map(Secret::reveal));
    }
}
