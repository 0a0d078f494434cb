package offlist.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same parts make the same files, and the checksums are theirs. */
class ReproducibleIT {
    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    void archiveAndPackageTreeAreTheSameWhereverAndWheneverTheyAreMade() throws IOException {
        Path first = assembled("first");
        Path second = assembled("a second place");

        for (String file : List.of(Distribution.name() + ".tar.gz", "debian.tar.gz")) {
            assertThat(Files.mismatch(first.resolve(file), second.resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
    }

    private Path assembled(String name) {
        Path out = folder.resolve(name);
        String stamp =
                Optional.ofNullable(System.getProperty("offlist.timestamp")).orElse("2026-11-22T00:00:00Z");
        Shell.run(
                        "env",
                        "OFFLIST_DIST_AOT=no",
                        Path.of("deploy/dist/assemble").toAbsolutePath().toString(),
                        Distribution.version(),
                        stamp,
                        System.getProperty("java.home"),
                        Path.of("target/quarkus-app").toAbsolutePath().toString(),
                        Path.of("target/offlist.cdx.json").toAbsolutePath().toString(),
                        out.toString())
                .demandGood();
        return out;
    }

    @Test
    void checksumsAreThoseOfTheFiles() {
        Path sums = Distribution.made("SHA256SUMS");

        Shell.Ended checked = Shell.run(
                "sh", "-c", "cd \"$1\" && sha256sum --check SHA256SUMS", "check", String.valueOf(sums.getParent()));

        assertThat(checked.exit()).as(checked.output()).isZero();
        assertThat(checked.output())
                .contains(
                        Distribution.archive().toFile().getName(),
                        Distribution.debianPackage().toFile().getName(),
                        "offlist.cdx.json");
    }

    /** The jars are named GROUP.ARTIFACT-VERSION.jar. */
    @Test
    void theBillOfMaterialsNamesEveryLibraryThatIsShipped() throws IOException {
        JsonNode bill = new ObjectMapper()
                .readTree(Distribution.layout().resolve("offlist.cdx.json").toFile());
        Set<String> named = new TreeSet<>();
        bill.path("components")
                .forEach(part -> named.add(
                        part.path("group").asText() + "." + part.path("name").asText() + "-"
                                + part.path("version").asText() + ".jar"));

        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        try (Stream<Path> jars = Files.list(Distribution.layout().resolve("app/lib/main"))) {
            assertThat(jars.map(jar -> String.valueOf(jar.getFileName())))
                    .isNotEmpty()
                    .isSubsetOf(named);
        }
    }
}
