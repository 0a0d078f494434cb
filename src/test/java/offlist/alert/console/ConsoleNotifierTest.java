package offlist.alert.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import offlist.alert.Golden;
import offlist.alert.HarmlessContract;
import offlist.alert.Message;
import offlist.alert.Messages;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.alert.Reading;
import offlist.alert.ResolverMessages;
import org.junit.jupiter.api.Test;

class ConsoleNotifierTest extends HarmlessContract {
    private final List<String> printed = new ArrayList<>();

    @Override
    protected Notifier accepted() {
        return new ConsoleNotifier(printed::add);
    }

    @Override
    protected List<String> arrived() {
        return printed;
    }

    /** A terminal obeys control characters, and nothing else. */
    @Override
    protected Reading reading() {
        return new Reading() {
            @Override
            public List<String> live(String line) {
                return List.of("line");
            }

            @Override
            public List<String> texts(String line) {
                return List.of(line);
            }

            @Override
            public void accept(String line) {
                assertThat(line).hasSizeBetween(1, 300).doesNotContain("\n");
            }
        };
    }

    @Test
    void aListingIsToldWithWhatToDo() {
        assertThat(lines(Messages.opened()))
                .containsExactly(
                        "ALERT 192.0.2.10 listed on Spamhaus ZEN",
                        "- critical: CSS: low reputation, snowshoe or compromised sending",
                        "- See what the list has on 192.0.2.10: https://check.spamhaus.org/query/ip/192.0.2.10",
                        "- Fix the cause: concentrate volume, consistent naming, real opt-in",
                        "- HELO name that resolves, with matching reverse name",
                        "- Stop the mail that reached traps",
                        "- Ask Spamhaus ZEN for removal: https://check.spamhaus.org/");
    }

    @Test
    void anEndIsAnAllClear() {
        assertThat(lines(Messages.delisted()).getFirst())
                .isEqualTo("ALL CLEAR 192.0.2.10 delisted from Spamhaus ZEN after 3 h 12 min");
        assertThat(lines(Messages.left()).getFirst()).startsWith("NOTE 192.0.2.10 left the pool");
    }

    @Test
    void manyAreCutHonestly() {
        assertThat(lines(Messages.thirty()))
                .hasSize(14)
                .startsWith("ALERT 30 addresses listed on Spamhaus ZEN", "- 192.0.2.10 listed on Spamhaus ZEN")
                .endsWith("- and 18 more");
    }

    @Test
    void hostileTextStaysOnItsLine() {
        assertThat(lines(Messages.hostile()))
                .allSatisfy(line ->
                        assertThat(line).doesNotContain("\n", "\r", "\u202E").hasSizeLessThan(301));
    }

    @Test
    void resolversAreToldOfAsTheyWere() {
        Golden.check("resolver-console.txt", ResolverMessages.read(message -> String.join("\n", lines(message))));
    }

    private static List<String> lines(Message message) {
        List<String> lines = new ArrayList<>();
        assertThat(new ConsoleNotifier(lines::add).send(message)).isEqualTo(new Outcome.Delivered());
        return lines;
    }
}
