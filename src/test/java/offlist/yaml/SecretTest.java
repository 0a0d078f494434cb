package offlist.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    private final Problems problems = new Problems();

    @TempDir
    Path directory;

    @Test
    void itNeverShowsItself() {
        assertEquals("Secret(***)", Secret.of("open sesame").toString());
        assertEquals(Secret.of("a"), Secret.of("a"));
        assertNotEquals(Secret.of("a"), Secret.of("b"));
    }

    @Test
    void aFileIsReadAndTrimmed() throws IOException {
        Path file = Files.writeString(directory.resolve("key"), "  open sesame\n");
        assertEquals(Optional.of(Secret.of("open sesame")), secret("{file: '" + file + "'}"));
        assertThat(problems.list()).isEmpty();
        assertThat(problems.warnings()).isEmpty();
    }

    @Test
    void aMissingFileIsAProblem() {
        Path file = directory.resolve("none");
        assertEquals(Optional.empty(), secret("{file: '" + file + "'}"));
        assertThat(problems.toString()).startsWith("key: there is no file ").endsWith("(line 1)");
    }

    @Test
    void aDirectoryIsAProblem() {
        assertEquals(Optional.empty(), secret("{file: '" + directory + "'}"));
        assertThat(problems.toString()).contains("cannot be read");
    }

    @Test
    void anEmptyFileIsAProblem() throws IOException {
        Path file = Files.writeString(directory.resolve("key"), "\n");
        assertEquals(Optional.empty(), secret("{file: '" + file + "'}"));
        assertEquals("key: the secret is empty (line 1)", problems.toString());
    }

    @Test
    void aHugeFileIsAProblem() throws IOException {
        Path file = Files.writeString(directory.resolve("key"), "x".repeat(70_000));
        assertEquals(Optional.empty(), secret("{file: '" + file + "'}"));
        assertThat(problems.toString()).contains("too large");
    }

    @Test
    void theEnvironmentIsRead() {
        assertEquals(Optional.of(Secret.of(System.getenv("PATH").strip())), secret("{env: PATH}"));
    }

    @Test
    void aMissingVariableIsAProblem() {
        assertEquals(Optional.empty(), secret("{env: OFFLIST_NO_SUCH_VARIABLE}"));
        assertEquals("key: the environment variable OFFLIST_NO_SUCH_VARIABLE is not set (line 1)", problems.toString());
    }

    @Test
    void theTextItselfWorksWithAWarningThatDoesNotRepeatIt() {
        assertEquals(Optional.of(Secret.of("sesame")), secret("sesame"));
        assertThat(problems.list()).isEmpty();
        assertThat(problems.warnings()).hasSize(1);
        assertThat(problems.warnings().toString()).doesNotContain("sesame");
    }

    @Test
    void anythingElseIsAProblemThatDoesNotRepeatIt() {
        for (String form : new String[] {"[sesame]", "{}", "{file: a, env: sesame}", "{text: sesame}"}) {
            assertEquals(Optional.empty(), secret(form));
        }
        assertThat(problems.toString()).contains("`{file: /path}`").doesNotContain("sesame");
    }

    private Optional<Secret> secret(String form) {
        return YamlReader.read("key: " + form + "\n", "test.yaml", problems)
                .orElseThrow()
                .secret("key");
    }
}
