package offlist.app;

import java.nio.file.Path;
import java.util.Optional;

/** Where the store lives: {@code OFFLIST_DATA}, under systemd its state directory, else the user's own. */
final class DataDirectory {
    private DataDirectory() {}

    static Path path() {
        return variable("OFFLIST_DATA")
                .or(() -> variable("STATE_DIRECTORY"))
                .map(Path::of)
                .orElseGet(DataDirectory::usual);
    }

    private static Path usual() {
        Path home = Path.of(System.getProperty("user.home", "."));
        return variable("XDG_DATA_HOME")
                .map(Path::of)
                .orElse(home.resolve(".local/share"))
                .resolve("offlist");
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(text -> !text.isBlank());
    }
}
