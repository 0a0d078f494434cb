package offlist.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import offlist.ticket.Presets;
import offlist.ticket.TicketSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the document hold, and each system has one. */
class TicketDocsTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("\\{env: OFFLIST_[A-Z_]+}");

    @TempDir
    Path folder;

    private List<Settings> examples() throws IOException {
        Files.writeString(folder.resolve("secret"), "T0PSECRET-of-some-length\n");
        List<Settings> settings = new ArrayList<>();
        for (MatchResult example : EXAMPLE.matcher(Files.readString(Path.of("docs/tickets.md")))
                .results()
                .toList()) {
            String text = VARIABLE.matcher(example.group(1)).replaceAll("{file: secret}")
                    + "pools: [{name: a, addresses: 192.0.2.1}]\n";
            Reading.Good good = GoodConfig.good(SettingsReader.read(text, folder, GoodConfig.CATALOGUE));
            assertThat(good.warnings()).isEmpty();
            settings.add(good.settings());
        }
        return settings;
    }

    @Test
    void everyExampleHoldsAndEveryPresetHasOne() throws IOException {
        assertThat(examples().stream()
                        .flatMap(settings -> settings.tickets().systems().stream())
                        .map(TicketSystem::preset))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Presets.NAMES.stream(), Stream.of("own")).toList());
    }

    @Test
    void theCheckShowsTheSystemsWithoutTheirSecrets() throws IOException {
        List<String> lines = examples().stream()
                .flatMap(s -> EffectiveSettings.lines(s).stream())
                .toList();

        assertThat(lines)
                .contains("tickets jira-cloud: jira-cloud, url https://example.atlassian.net, user offlist@example.com,"
                        + " token ***, issue-type Task, project MAIL, webhook-secret ***, per-minute 10");
        assertThat(String.join("\n", lines)).doesNotContain("T0PSECRET");
        assertThat(examples().toString()).doesNotContain("T0PSECRET");
    }
}
