package offlist.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the profile {@code dist} of the build has made. */
final class Distribution {
    private static final Path MADE = Path.of("target/dist").toAbsolutePath();

    private Distribution() {}

    static String version() {
        return Optional.ofNullable(System.getProperty("offlist.version")).orElse("0.1.0-SNAPSHOT");
    }

    static String name() {
        return "offlist-" + version() + "-linux-x64";
    }

    static Path archive() {
        return made(name() + ".tar.gz");
    }

    /** The folder that the archive was made of. */
    static Path layout() {
        return made(name());
    }

    static Path debianPackage() {
        return made("offlist_" + version().replace('-', '~') + "_amd64.deb");
    }

    static Path made(String file) {
        Path path = MADE.resolve(file);
        if (!Files.exists(path)) {
            throw new AssertionError(path + " is missing: ./mvnw -Pdist -DskipTests package");
        }
        return path;
    }
}
