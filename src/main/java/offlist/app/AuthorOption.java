package offlist.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names who changes something, for the audit trail. */
final class AuthorOption {
    @Option(names = "--author", paramLabel = "NAME", description = "Who you are; else the user of this machine.")
    private @Nullable String author;

    String name() {
        return Optional.ofNullable(author).orElseGet(AuthorOption::user);
    }

    /** The one who called, not root, where sudo stands between. */
    private static String user() {
        return Optional.ofNullable(System.getenv("SUDO_USER"))
                .or(() -> Optional.ofNullable(System.getProperty("user.name")))
                .filter(name -> !name.isBlank() && !name.equals("?"))
                .orElseThrow(() ->
                        new CommandError(CommandError.Exit.USAGE, "this machine has no name for you: --author NAME"));
    }
}
