package offlist.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import offlist.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FurtherFilesTest {

    private static final String PSBL = """
            lists:
              - id: %s
                name: Ours
                zone: %s
                kinds: [ipv4]
                type: block
                profile: core
                severity: critical
                severity-reason: our own mirror
                scope: [address]
                style: exact
                codes:
                  - {match: 127.0.0.2, effect: listed, reason: spam-source, meaning: spam}
                test: {positive: [127.0.0.2], negative: [127.0.0.1], basis: documented}
                usage: {interval: 1h}
                removal: {methods: [email], email: postmaster@example.com}
                confidence: high
                sources: [rfc5782]
            """;

    private final Problems problems = new Problems();

    @TempDir
    Path directory;

    @Test
    void anOwnFileAddsAList() throws IOException {
        write("house.yaml", PSBL.formatted("house", "bl.example.com"));
        assertThat(read().list(new ListId("house"))).isPresent();
        assertEquals(List.of(), problems.list());
    }

    @Test
    void anOwnListNeedsNoMoreThanAnIdAndAZone() throws IOException {
        write("house.yaml", "lists: [{id: house, zone: bl.example.com}]\n");
        assertThat(read().list(new ListId("house"))).isPresent();
        assertEquals(List.of(), problems.list());
    }

    @Test
    void anOwnEntryTakesThePlaceOfAShippedOne() throws IOException {
        write("psbl.yaml", PSBL.formatted("psbl", "psbl.example.com"));
        DnsList psbl = read().list(new ListId("psbl")).orElseThrow();
        assertEquals("psbl.example.com", psbl.zone().name());
        assertEquals(Severity.CRITICAL, psbl.severity());
        assertEquals(List.of(), problems.list());
    }

    @Test
    void twoOwnEntriesWithOneIdAreAMistake() throws IOException {
        write("a.yaml", PSBL.formatted("house", "a.example.com"));
        write("b.yaml", PSBL.formatted("house", "b.example.com"));
        read();
        assertEquals("b.yaml: lists[0]: the id `house` is there twice (line 2)", problems.toString());
    }

    @Test
    void aMistakeNamesItsFile() throws IOException {
        write("house.yaml", PSBL.formatted("house", "bl.example.com").replace("style: exact", "stile: exact"));
        read();
        assertEquals("house.yaml: lists[0].stile: unknown key, did you mean `style`? (line 11)", problems.toString());
    }

    @Test
    void otherFilesAreLeftAlone() throws IOException {
        write("README.txt", "{not yaml");
        read();
        assertEquals(List.of(), problems.list());
    }

    @Test
    void aFileThatIsNoTextDoesNotHideTheOthers() throws IOException {
        Files.write(directory.resolve("a.yaml"), new byte[] {(byte) 0xC3, (byte) 0x28});
        write("b.yaml", "lists: [{id: house, zone: bl.example.com}]\n");
        assertThat(read().list(new ListId("house"))).isPresent();
        assertEquals("a.yaml: the file cannot be read as UTF-8 text", problems.toString());
    }

    @Test
    void aMissingDirectoryIsAProblem() {
        CatalogueReader.read(Optional.of(directory.resolve("none")), problems);
        assertThat(problems.toString()).contains("the catalogue directory cannot be read");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private Catalogue read() {
        return CatalogueReader.read(Optional.of(directory), problems);
    }
}
