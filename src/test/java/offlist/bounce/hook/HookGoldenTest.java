package offlist.bounce.hook;

import static offlist.bounce.hook.Services.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import offlist.bounce.hook.HookDoor.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What payloads tell. They are made by the documented fields; beside each lies what has to be read in it. */
final class HookGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/bounce/hook");

    static List<String> payloads() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void aPayloadTellsWhatLiesBesideIt(String payload) throws IOException {
        Heard heard = new Heard();
        HookDoor door = new HookDoor(Services::settings, heard, Net.usual(), () -> NOW);
        String service = payload.split("-", 2)[0];
        var post = Services.post(service, Services.payload(payload), NOW);

        assertThat(door.enter(service, post.header(), post.body())).isEqualTo(new Entry.Taken());
        assertThat(heard.text()).isEqualTo(Files.readString(FOLDER.resolve(payload + ".txt")));
    }

    @Test
    void theExampleOfTheDocumentIsRead() throws IOException {
        Heard heard = new Heard();
        HookDoor door = new HookDoor(Services::settings, heard, Net.usual(), () -> NOW);
        String document = Files.readString(Path.of("docs/bounces.md"));
        String example = document.split("```json\n", 2)[1].split("```", 2)[0];
        var post = Services.post("haraka", example, NOW);
        door.enter("haraka", post.header(), post.body());

        assertThat(heard.text())
                .isEqualTo("refused ann@example.org | mx.example.org | 203.0.113.9 | 192.0.2.10 | 5.7.1 |"
                        + " 2026-11-23T11:59:59Z | news@example.com | 1A2B3C4D-0001 | 550 5.7.1 Blocked\n");
    }

    @Test
    void eachServiceHasPayloads() throws IOException {
        assertThat(payloads()).extracting(name -> name.split("-", 2)[0]).containsAll(Services.NAMES);
    }
}
