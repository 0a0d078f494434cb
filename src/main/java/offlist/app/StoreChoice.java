package offlist.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import offlist.store.OpenStore;

/**
 * SQLite in the data directory, or PostgreSQL where the profile says so ({@code QUARKUS_PROFILE=postgres} or
 * {@code cluster}) and {@code OFFLIST_STORE_URL} says where.
 */
final class StoreChoice {
    private StoreChoice() {}

    static OpenStore open(Path data) {
        String profile = profile();
        if (!postgresql(profile)) {
            return OpenStore.sqlite(data, synchronous());
        }
        String url = setting("offlist.store.url", "OFFLIST_STORE_URL")
                .orElseThrow(() -> new CommandError(
                        CommandError.Exit.CONFIG,
                        "the profile " + profile
                                + " keeps its records in PostgreSQL: set OFFLIST_STORE_URL, such as"
                                + " jdbc:postgresql://127.0.0.1/offlist"));
        return OpenStore.postgresql(
                url,
                setting("offlist.store.user", "OFFLIST_STORE_USER").orElse(null),
                setting("offlist.store.password", "OFFLIST_STORE_PASSWORD").orElse(null));
    }

    /** Refuses, with these words, where the records are in PostgreSQL. */
    static void inSqlite(String otherwise) {
        if (postgresql(profile())) {
            throw new CommandError(CommandError.Exit.USAGE, otherwise);
        }
    }

    private static String profile() {
        return setting("quarkus.profile", "QUARKUS_PROFILE").orElse("");
    }

    private static boolean postgresql(String profile) {
        return profile.contains("postgres") || profile.contains("cluster");
    }

    private static String synchronous() {
        String wanted = setting("offlist.store.synchronous", "OFFLIST_STORE_SYNCHRONOUS")
                .orElse("NORMAL")
                .toUpperCase(Locale.ROOT);
        if (!wanted.equals("NORMAL") && !wanted.equals("FULL")) {
            throw new CommandError(
                    CommandError.Exit.CONFIG, "OFFLIST_STORE_SYNCHRONOUS is NORMAL or FULL, not `" + wanted + "`");
        }
        return wanted;
    }

    private static Optional<String> setting(String property, String variable) {
        return Optional.ofNullable(System.getProperty(property))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(text -> !text.isBlank());
    }
}
