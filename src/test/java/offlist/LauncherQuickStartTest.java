package offlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import offlist.LauncherYard.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the JVM has learned of the program once is used for each start, and a start never depends on it. */
@DisabledOnOs(OS.WINDOWS)
class LauncherQuickStartTest {
    @TempDir
    private Path folder;

    private LauncherYard yard;

    @BeforeEach
    void fence() throws IOException {
        yard = new LauncherYard(folder).goodJdk().builtWhole();
    }

    private Path cache() {
        return yard.checkout().resolve("target/quick-start/offlist.aot");
    }

    @Test
    void theFirstStartLearnsAndAllStartsUseIt() throws Exception {
        Outcome first = yard.run("run", "192.0.2.1");
        Outcome second = yard.run("run", "192.0.2.1");

        assertThat(first.err()).contains("preparing quick starts");
        assertThat(second.err()).isEmpty();
        assertThat(yard.learnings()).isEqualTo(1);
        assertThat(first.arguments())
                .contains("-XX:AOTCache=" + cache(), "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError")
                .endsWith("offlist.app.Main", "run", "192.0.2.1");
        assertThat(second.arguments()).isEqualTo(first.arguments());
    }

    @Test
    void changedClassesComeBeforeThoseTheyReplaceAndAllJarsAreNamed() throws Exception {
        String app = yard.jar().getParent().toString();

        assertThat(yard.run("demo").arguments())
                .contains(app + "/quarkus/transformed-bytecode.jar:" + app + "/quarkus/generated-bytecode.jar:" + app
                        + "/app/offlist.jar:" + app + "/lib/boot/b.jar:" + app + "/lib/main/m.jar");
    }

    @Test
    void aNewBuildIsLearnedAnew() throws Exception {
        yard.run("run");
        Files.setLastModifiedTime(yard.jar(), FileTime.from(Instant.now().plusSeconds(5)));

        yard.run("run");

        assertThat(yard.learnings()).isEqualTo(2);
    }

    @Test
    void anotherJdkLearnsAnew() throws Exception {
        yard.run("run");
        yard.set("JAVA_HOME", yard.jdk(yard.home().resolve("other"), "26").toString());

        assertThat(yard.run("run").argument("version")).isEqualTo("26");
        assertThat(yard.learnings()).isEqualTo(2);
    }

    @Test
    void whatCannotBeLearnedIsNotTriedAgainAndHindersNothing() throws Exception {
        Outcome first = yard.dull().run("run");
        Outcome second = yard.run("run");

        assertThat(yard.learnings()).isEqualTo(1);
        assertThat(first.arguments()).endsWith("-jar", yard.jar().toString(), "run");
        assertThat(second.arguments()).isEqualTo(first.arguments());
        assertThat(second.exit()).isZero();
    }

    @Test
    void anOlderJdkStartsTheJar() throws Exception {
        yard.set("JAVA_HOME", yard.jdk(yard.home().resolve("older"), "24.0.2").toString());

        assertThat(yard.run("run").arguments()).endsWith("-jar", yard.jar().toString(), "run");
        assertThat(yard.learnings()).isZero();
    }

    @Test
    void helpAndWrongOptionsWaitForNothing() throws Exception {
        yard.run("run", "--help");
        yard.run("run", "192.0.2.1", "-h");
        yard.run("run", "--version");
        yard.run("run", "--confg", "offlist.yaml");
        yard.run("run", "--config");
        yard.run("demo", "--help");
        assertThat(yard.learnings()).isZero();

        Outcome real = yard.run("run", "--config", "offlist.yaml", "192.0.2.1");
        assertThat(yard.learnings()).isEqualTo(1);
        assertThat(real.arguments()).endsWith("run", "--config", "offlist.yaml", "192.0.2.1");
        assertThat(yard.run("run", "--help").err()).isEmpty();
    }

    @Test
    void theOptionsOfWhatIsLearnedForAreKnownToTheLauncher() throws Exception {
        yard.run("demo", "--seed=3");
        assertThat(yard.learnings()).isEqualTo(1);
        yard.run("run", "--config=offlist.yaml");
        assertThat(yard.learnings()).isEqualTo(1);
    }

    @Test
    void commandsThatEndAtOnceStartTheJar() throws Exception {
        yard.run("run");

        assertThat(yard.run("check", "192.0.2.1").arguments())
                .endsWith("-jar", yard.jar().toString(), "check", "192.0.2.1");
        assertThat(yard.learnings()).isEqualTo(1);
    }
}
