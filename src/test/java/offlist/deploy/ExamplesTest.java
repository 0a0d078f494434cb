package offlist.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import offlist.catalogue.CatalogueReader;
import offlist.config.Reading;
import offlist.config.SettingsReader;
import offlist.testing.Scratch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The examples in {@code deploy} are taken by the programs they are written for. */
class ExamplesTest {
    private static final Path DEPLOY = Path.of("deploy").toAbsolutePath();
    private static final Pattern METRIC = Pattern.compile("(?<!:)\\bofflist_[a-z_]+");

    @ParameterizedTest
    @ValueSource(strings = {"dist/offlist.yaml", "compose/offlist.yaml"})
    void aConfigurationHasNoProblems(String file) throws IOException {
        String yaml = Files.readString(DEPLOY.resolve(file));

        assertThat(SettingsReader.read(yaml, DEPLOY, CatalogueReader.shipped())).isInstanceOf(Reading.Good.class);
        assertThat(SettingsReader.read(uncommented(yaml), DEPLOY, CatalogueReader.shipped()))
                .isInstanceOf(Reading.Good.class);
    }

    /** With every key that stands there as a comment. */
    private static String uncommented(String yaml) {
        return yaml.lines()
                .map(line -> line.matches("#[ a-z].*[:\\]}].*") && !line.startsWith("# ") || line.matches("#  +.*")
                        ? line.substring(1)
                        : line)
                .collect(java.util.stream.Collectors.joining("\n", "", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"offlist.conf", "side-car.conf", "compose.conf"})
    void unboundTakesItsConfiguration(String file) throws IOException {
        try (Scratch scratch = Scratch.open("unbound-check")) {
            for (String part : List.of("offlist.conf", "container.conf", "side-car.conf", "compose.conf")) {
                scratch.write(
                        part,
                        Files.readString(DEPLOY.resolve("unbound").resolve(part))
                                .replace("/etc/unbound", scratch.directory().toString()));
            }
            Shell.run(tool("unbound-checkconf"), scratch.file(file).toString()).demandGood();
            assertThat(option(scratch, file, "qname-minimisation")).isEqualTo("no");
            assertThat(option(scratch, file, "serve-expired")).isEqualTo("no");
            assertThat(option(scratch, file, "private-address")).isEmpty();
            assertThat(Integer.parseInt(option(scratch, file, "cache-max-negative-ttl")))
                    .isBetween(1, 300);
            assertThat(option(scratch, file, "forward-zone")).isEmpty();
        }
    }

    private static String option(Scratch scratch, String file, String name) {
        if (name.endsWith("-zone")) {
            return String.join(
                    "",
                    scratch.read(file)
                            .lines()
                            .filter(line -> line.startsWith(name))
                            .toList());
        }
        return Shell.run(
                        tool("unbound-checkconf"),
                        "-o",
                        name,
                        scratch.file(file).toString())
                .demandGood()
                .output()
                .strip();
    }

    @Test
    void everyOptionOfUnboundHasItsReason() throws IOException {
        List<String> lines = Files.readAllLines(DEPLOY.resolve("unbound/offlist.conf"));
        boolean explained = false;
        for (String line : lines) {
            explained = !line.isBlank() && (explained || line.strip().startsWith("#"));
            assertThat(line.isBlank() || line.equals("server:") || explained)
                    .as(line)
                    .isTrue();
        }
    }

    @Test
    void prometheusAndAlertmanagerTakeTheirs() {
        String folder = DEPLOY.resolve("prometheus").toString();
        for (String file : List.of("/prometheus.yml", "/probe.yml")) {
            Shell.run(tool("promtool"), "check", "config", folder + file).demandGood();
        }
        Shell.run(tool("amtool"), "check-config", folder + "/alertmanager.yml").demandGood();
    }

    @Test
    void everyMetricThatAnExampleNamesExists() throws IOException {
        String documented = Files.readString(Path.of("docs/metrics.md"));
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(DEPLOY)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("yml")).toList()) {
                METRIC.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .map(metric -> metric.replaceAll("_bucket$", ""))
                        .forEach(named::add);
            }
        }
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(documented).contains("### `" + metric + "`"));
    }

    @Test
    void theServiceIsLockedInAsWellAsItsWorkAllows() {
        Shell.Ended score = Shell.run(
                tool("systemd-analyze"),
                "security",
                "--offline=true",
                "--no-pager",
                "--threshold=15",
                DEPLOY.resolve("systemd/offlist.service").toString());

        assertThat(score.exit()).as(score.output()).isZero();
    }

    @Test
    void composeMountsOnlyWhatIsThereAndOpensPortsOfThisMachineOnly() throws IOException {
        Map<String, Map<String, Object>> services =
                part(new Yaml().load(Files.readString(DEPLOY.resolve("compose/compose.yaml"))), "services");
        List<String> mounted = new ArrayList<>();
        services.forEach((name, service) -> {
            texts(service, "volumes").filter(volume -> volume.startsWith(".")).forEach(mounted::add);
            assertThat(texts(service, "ports")).as(name).allMatch(port -> port.startsWith("127.0.0.1:"));
        });
        assertThat(mounted)
                .isNotEmpty()
                .filteredOn(volume -> !volume.contains("/grafana:"))
                .allSatisfy(volume -> assertThat(DEPLOY.resolve("compose").resolve(volume.replaceAll(":.*", "")))
                        .exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dist/offlist", "dist/assemble", "debian/postinst", "debian/prerm", "debian/postrm"})
    void aScriptIsTakenByTheSmallestShell(String script) {
        Shell.run(tool("dash"), "-n", DEPLOY.resolve(script).toString()).demandGood();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> part(Map<String, Object> map, String key) {
        return (Map<String, Map<String, Object>>) java.util.Objects.requireNonNull(map.get(key));
    }

    private static Stream<String> texts(Map<String, Object> service, String key) {
        return ((List<?>) service.getOrDefault(key, List.of())).stream().map(String::valueOf);
    }

    private static String tool(String name) {
        return Stream.of("/usr/bin", "/usr/sbin", "/bin", "/sbin", "/usr/local/bin", "/usr/local/sbin")
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new AssertionError("this test needs the program " + name));
    }
}
