package offlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import offlist.LauncherYard.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./offlist test}: the parts it installs and the Maven it starts. */
@EnabledOnOs(OS.LINUX)
class LauncherSuiteTest {
    private static final String NOTHING = "#!/bin/sh\n";

    @TempDir
    private Path folder;

    private LauncherYard yard;

    @BeforeEach
    void fence() throws IOException {
        yard = new LauncherYard(folder)
                .goodJdk()
                .tool("id", "#!/bin/sh\necho 1000\n")
                .tool("uname", "#!/bin/sh\necho Linux x86_64\n");
    }

    private LauncherYard withParts() throws IOException {
        for (String part : List.of(
                "systemd-analyze",
                "rbldnsd",
                "unbound",
                "dnsperf",
                "promtool",
                "prometheus-alertmanager",
                "chromium")) {
            yard.tool(part, NOTHING);
        }
        return yard;
    }

    /** An apt that brings what it is asked for, and notes whether services were held back meanwhile. */
    private LauncherYard withApt() throws IOException {
        return yard.tool("id", "#!/bin/sh\necho 0\n")
                .tool("apt-get", """
                #!/bin/sh
                held=no
                [ ! -x "%1$s" ] || held=yes
                echo "apt held=$held frontend=$DEBIAN_FRONTEND $*" >>"%2$s/calls"
                for word; do package=$word; done
                [ "$package" != systemd ] || package=systemd-analyze
                [ "$package" != prometheus ] || package=promtool
                [ "$package" != adns-tools ] || package=adnshost
                [ "$package" = update ] || { echo '#!/bin/sh' >"%3$s/$package"; chmod 755 "%3$s/$package"; }
                """.formatted(policy(), yard.checkout(), yard.tools()));
    }

    private Path policy() throws IOException {
        return Files.createDirectories(yard.system("")).resolve("policy-rc.d");
    }

    @Test
    void startsTheWholeSuiteSoThatItsLastLinesCanBeRead() throws Exception {
        Outcome outcome = withParts().run("test");

        assertThat(outcome.exit()).isZero();
        assertThat(yard.calls()).containsExactly("mvnw [-ntp] [-B] [verify] [-Pdist]");
        assertThat(outcome.out()).contains("maven says something");
    }

    @Test
    void whereTheDistributionCannotBeMadeItIsNotTried() throws Exception {
        withParts().tool("uname", "#!/bin/sh\necho Linux aarch64\n").run("test");
        yard.tool("uname", "#!/bin/sh\necho Linux x86_64\n")
                .set(
                        "JAVA_HOME",
                        yard.jdk(yard.home().resolve("older"), "21.0.2").toString())
                .run("test");

        assertThat(yard.calls()).hasSize(2).allMatch(call -> call.equals("mvnw [-ntp] [-B] [verify]"));
    }

    @Test
    void fullAddsTheLongTestsAndMutationsAndTheRestGoesToMaven() throws Exception {
        Outcome outcome = withParts().run("test", "--full", "--", "-Dtest=FooTest", "-o");

        assertThat(yard.calls())
                .containsExactly(
                        "mvnw [-ntp] [-B] [verify] [-Pdist] [-Dtest.excluded.groups=] [-Ppit] [-Dtest=FooTest] [-o]");
        assertThat(outcome.err()).contains("mutation testing (PIT)", "at least 85 of 100");
    }

    @Test
    void anUnknownArgumentIsAUsageError() throws Exception {
        Outcome outcome = withParts().run("test", "--ful");

        assertThat(outcome.exit()).isEqualTo(64);
        assertThat(outcome.err()).contains("usage: ./offlist test");
        assertThat(yard.calls()).isEmpty();
    }

    @Test
    void benchIsBuiltOnceFromTheTestsAndRunsInASmallHeap() throws Exception {
        yard.run("bench", "fuzz", "--seed", "7");
        Outcome outcome = yard.run("bench", "fuzz", "--seed", "7");

        assertThat(yard.calls()).containsExactly("mvnw [-q] [-ntp] [-B] [test-compile] [dependency:build-classpath]");
        assertThat(outcome.arguments())
                .contains("-Xmx64m", "target/test-classes:target/classes:libraries")
                .endsWith("offlist.bench.Bench", "fuzz", "--seed", "7");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aBenchThatCannotBeBuiltIsAFailure() throws Exception {
        Files.writeString(yard.checkout().resolve("broken"), "");

        assertThat(yard.run("bench").exit()).isEqualTo(70);
    }

    @Test
    void benchInstallsWhatItMeasuresBeside() throws Exception {
        Outcome outcome = withApt().run("bench", "sweep");

        assertThat(yard.calls())
                .contains(
                        "apt held=yes frontend=noninteractive -qq install --yes --no-install-recommends dnsperf",
                        "apt held=yes frontend=noninteractive -qq install --yes --no-install-recommends adns-tools")
                .noneMatch(call -> call.endsWith("chromium"));
        assertThat(outcome.arguments()).endsWith("offlist.bench.Bench", "sweep");
    }

    @Test
    void benchSaysWhatItCannotInstall() throws Exception {
        Outcome outcome = yard.run("bench");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err())
                .contains("cannot install", "dnsperf adns-tools will fail", "the benchmarks that need");
    }

    @Test
    void failedTestsAreAFailure() throws Exception {
        Files.writeString(yard.checkout().resolve("broken"), "");

        assertThat(withParts().run("test").exit()).isEqualTo(1);
    }

    @Test
    void saysWhatIsMissingAndGoesOn() throws Exception {
        Outcome outcome = yard.run("test");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).contains("no apt-get", "prometheus prometheus-alertmanager chromium will fail");
        assertThat(yard.calls()).hasSize(1);
    }

    @Test
    void inCiAMissingPartStopsBeforeTheTests() throws Exception {
        Outcome outcome = yard.set("CI", "true").run("test");

        assertThat(outcome.exit()).isEqualTo(69);
        assertThat(outcome.err()).contains("in CI nothing is skipped", "prometheus");
        assertThat(yard.calls()).isEmpty();
    }

    @Test
    void withoutRightsNothingIsInstalled() throws Exception {
        yard.tool("apt-get", "#!/bin/sh\nexit 99\n").tool("sudo", "#!/bin/sh\nexit 1\n");

        assertThat(yard.run("test").err()).contains("needs root or a sudo that asks for no password");
    }

    @Test
    void installsOneByOneAfterAnUpdateWhileServicesAreHeldBack() throws Exception {
        Outcome outcome = withApt().set("CI", "true").run("test");

        assertThat(outcome.exit()).isZero();
        assertThat(yard.calls().getFirst()).isEqualTo("apt held=yes frontend=noninteractive -qq update");
        assertThat(yard.calls())
                .contains(
                        "apt held=yes frontend=noninteractive -qq install --yes --no-install-recommends prometheus",
                        "apt held=yes frontend=noninteractive -qq install --yes --no-install-recommends chromium");
        assertThat(yard.calls().getLast()).startsWith("mvnw");
        assertThat(policy()).doesNotExist();
    }

    @Test
    void aPolicyOfTheMachineIsLeftAlone() throws Exception {
        withApt();
        Files.writeString(policy(), "theirs");

        yard.run("test");

        assertThat(policy()).hasContent("theirs");
    }

    @Test
    void aPackageThatCannotBeHadDoesNotKeepTheOthersAway() throws Exception {
        withApt();
        Path apt = yard.tools().resolve("apt-get");
        Files.writeString(
                apt, Files.readString(apt).replace("held=no\n", "held=no\ncase $* in *prometheus) exit 100 ;; esac\n"));

        Outcome outcome = yard.run("test");

        assertThat(yard.calls()).anyMatch(call -> call.endsWith("chromium"));
        assertThat(outcome.err()).contains("tests that need prometheus will fail");
    }

    @Test
    void nothingIsInstalledWhenEverythingIsThere() throws Exception {
        withApt();

        withParts().run("test");

        assertThat(yard.calls()).hasSize(1);
    }
}
