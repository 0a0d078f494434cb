package offlist.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this program, as the build wrote it down. */
final class ProgramVersion {
    private ProgramVersion() {}

    static String text() {
        try (InputStream in = ProgramVersion.class.getResourceAsStream("/offlist-version.properties")) {
            Properties properties = new Properties();
            properties.load(java.util.Objects.requireNonNull(in));
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
