package offlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import offlist.LauncherYard.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    private Path folder;

    private LauncherYard yard;

    @BeforeEach
    void fence() throws IOException {
        yard = new LauncherYard(folder);
    }

    @Test
    void startsTheJarInTheCallersDirectoryWithTheCallersArguments() throws Exception {
        Path directory = Files.createDirectories(yard.home().resolve("some where"));

        Outcome outcome = yard.goodJdk().built().run(yard.launcher(), directory, "check", "a b", "*", "--json");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.argument("directory")).isEqualTo(directory.toString());
        assertThat(outcome.arguments()).endsWith("-jar", yard.jar().toString(), "check", "a b", "*", "--json");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void isFoundThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(yard.tools().resolve("first"), yard.launcher());
        Path relative = Files.createSymbolicLink(yard.tools().resolve("second"), link.getFileName());

        Outcome outcome = yard.goodJdk().built().run(relative, yard.home(), "run");

        assertThat(outcome.arguments()).endsWith("-jar", yard.jar().toString(), "run");
    }

    @Test
    void passesTheExitCodeOn() throws Exception {
        Path jdk = yard.jdk(yard.home().resolve("jdk"), "25");
        Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\nexit 2\n");

        assertThat(yard.set("JAVA_HOME", jdk.toString()).built().run("check").exit())
                .isEqualTo(2);
    }

    @Test
    void javaHomeWinsWhenItIsGoodEnough() throws Exception {
        yard.jdk(yard.system("usr/lib/jvm/jdk-99"), "99");
        yard.set("JAVA_HOME", yard.jdk(yard.home().resolve("mine"), "21.0.2").toString());

        assertThat(yard.built().run().argument("version")).isEqualTo("21.0.2");
    }

    @ParameterizedTest
    @CsvSource({"17.0.9, Java 17", "1.8.0_392, Java 8"})
    void anOldJavaHomeIsNamedAndAnotherOneIsFound(String version, String named) throws Exception {
        yard.jdk(yard.system("usr/lib/jvm/jdk-22"), "22");
        yard.set("JAVA_HOME", yard.jdk(yard.home().resolve("old"), version).toString());

        Outcome outcome = yard.built().run();

        assertThat(outcome.argument("version")).isEqualTo("22");
        assertThat(outcome.argument("home"))
                .isEqualTo(yard.system("usr/lib/jvm/jdk-22").toString());
        assertThat(outcome.err()).hasLineCount(1).contains("JAVA_HOME", named);
    }

    @Test
    void aJavaHomeThatIsNoJdkIsNamed() throws Exception {
        yard.jdk(yard.system("usr/lib/jvm/jdk-22"), "22");

        Outcome outcome = yard.set("JAVA_HOME", "/nowhere").built().run();

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).hasLineCount(1).contains("JAVA_HOME (/nowhere) is not a JDK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usr/lib/jvm/java-22",
                "usr/lib64/jvm/java-22",
                "usr/java/jdk-22",
                "usr/local/openjdk-22",
                "opt/jdk-22",
                "opt/java/openjdk",
                "opt/homebrew/opt/openjdk@22/libexec/openjdk.jdk/Contents/Home",
                "home/linuxbrew/.linuxbrew/opt/openjdk/libexec",
                "Library/Java/JavaVirtualMachines/temurin-22.jdk/Contents/Home"
            })
    void looksIntoTheFoldersOfSystems(String place) throws Exception {
        yard.jdk(yard.system(place), "22");

        assertThat(yard.built().run().argument("home"))
                .isEqualTo(yard.system(place).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".sdkman/candidates/java/22-tem",
                ".jdks/corretto-22",
                ".asdf/installs/java/22",
                ".local/share/mise/installs/java/22",
                ".gradle/jdks/22",
                "Library/Java/JavaVirtualMachines/x.jdk/Contents/Home"
            })
    void looksIntoTheFoldersOfTools(String place) throws Exception {
        yard.jdk(yard.home().resolve(place), "22");

        assertThat(yard.built().run().argument("home"))
                .isEqualTo(yard.home().resolve(place).toString());
    }

    @Test
    void followsAJavacOnThePath() throws Exception {
        Path jdk = yard.jdk(yard.home().resolve("odd place"), "23");
        Files.createSymbolicLink(yard.tools().resolve("javac"), jdk.resolve("bin/javac"));

        assertThat(yard.built().run().argument("home")).isEqualTo(jdk.toString());
    }

    @Test
    void asksAStandInOnThePathWhereItsJavaIs() throws Exception {
        Path jdk = yard.jdk(yard.home().resolve("behind shims"), "23");
        yard.tool("javac", "#!/bin/sh\nexit 1\n");
        yard.tool("java", "#!/bin/sh\necho '    java.home = %s' >&2\n".formatted(jdk));

        assertThat(yard.built().run().argument("home")).isEqualTo(jdk.toString());
    }

    @Test
    void takesTheNewest() throws Exception {
        yard.jdk(yard.system("usr/lib/jvm/a"), "21.0.9");
        yard.jdk(yard.home().resolve(".jdks/b"), "26-ea");
        yard.jdk(yard.system("opt/jdk-c"), "9.0.4");

        assertThat(yard.built().run().argument("version")).isEqualTo("26-ea");
    }

    @Test
    void asksTheCompilerWhenThereIsNoReleaseFile() throws Exception {
        Files.delete(yard.jdk(yard.system("usr/lib/jvm/a"), "24.0.1").resolve("release"));

        assertThat(yard.built().run().argument("version")).isEqualTo("24.0.1");
    }

    @Test
    void saysInOneSentenceWhatToInstallWhenThereIsNoJdk() throws Exception {
        yard.jre(yard.system("usr/lib/jvm/only-a-jre"), "25");

        Outcome outcome = yard.built().run();

        assertThat(outcome.exit()).isEqualTo(69);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).hasLineCount(1).contains("21 or newer", "found none", "apt-get", "dnf", "brew");
    }

    @Test
    void namesTheNewestOfThoseThatAreTooOld() throws Exception {
        yard.jdk(yard.system("usr/lib/jvm/a"), "11.0.1");
        yard.jdk(yard.system("usr/lib/jvm/b"), "17.0.1");

        assertThat(yard.run().err())
                .contains("found only Java 17 in " + yard.system("usr/lib/jvm/b"))
                .hasLineCount(1);
    }

    @Test
    void buildsWhenThereIsNoJarAndKeepsStandardOutputClean() throws Exception {
        Outcome outcome = yard.goodJdk().run("check", "192.0.2.1");

        assertThat(outcome.exit()).isZero();
        assertThat(yard.calls()).hasSize(1).first().asString().contains("[-q]", "[package]");
        assertThat(outcome.err()).hasLineCount(1).contains("building Offlist", "downloads");
        assertThat(outcome.out()).doesNotContain("maven").doesNotContain("building");
    }

    @Test
    void buildsOnce() throws Exception {
        yard.goodJdk().run();
        yard.run();

        assertThat(yard.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java/New.java", "pom.xml"})
    void buildsAgainWhenSomethingIsNewerThanTheJar(String file) throws Exception {
        yard.goodJdk().built().changed(file).run();

        assertThat(yard.calls()).hasSize(1);
    }

    @Test
    void whatIsEditedDuringABuildIsBuiltNextTime() throws Exception {
        Path mvnw = yard.checkout().resolve("mvnw");
        Files.writeString(
                mvnw, Files.readString(mvnw).replace("mkdir -p", "sleep 1; : >src/main/java/Late.java; mkdir -p"));

        yard.goodJdk().run();
        yard.run();

        assertThat(yard.calls()).hasSize(2);
    }

    @Test
    void saysThatItWaitsForAnotherBuildAndDoesNotRepeatIt() throws Exception {
        String taken = "#!/bin/sh\n[ \"$1\" != -n ] || exit 1\nmkdir -p target/quarkus-app\n: >%s\n";
        yard.goodJdk().tool("flock", taken.formatted("target/quarkus-app/quarkus-run.jar"));

        Outcome outcome = yard.run();

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).hasLineCount(1).contains("another build is running");
        assertThat(yard.calls()).isEmpty();
    }

    @Test
    void aCopyWithoutSourcesIsNotBuilt() throws Exception {
        yard.goodJdk().built();
        Files.delete(yard.checkout().resolve("src/main/java"));
        Files.delete(yard.checkout().resolve("src/main"));

        assertThat(yard.run().exit()).isZero();
        assertThat(yard.calls()).isEmpty();
    }

    @Test
    void aBrokenBuildIsASentenceAndWhatMavenSaid() throws Exception {
        Files.writeString(yard.checkout().resolve("broken"), "");

        Outcome outcome = yard.goodJdk().run("check");

        assertThat(outcome.exit()).isEqualTo(70);
        assertThat(outcome.err()).contains("Foo.java:7 is wrong", "the build failed");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void aOneShotCommandDoesNotWaitForTheBetterCompiler() throws Exception {
        yard.goodJdk().built();

        assertThat(yard.run("check", "192.0.2.1").arguments()).contains("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        assertThat(yard.run("run").arguments()).contains("-XX:+UseSerialGC").doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void theCallersJavaOptionsComeLastAndReplaceTheCollector() throws Exception {
        yard.goodJdk().built().set("OFFLIST_JAVA_OPTS", "-Xmx300m -XX:+UseZGC");

        assertThat(yard.run("run").arguments())
                .containsSubsequence("-Xshare:auto", "-Xmx300m", "-XX:+UseZGC", "-jar")
                .doesNotContain("-XX:+UseSerialGC");
    }
}
