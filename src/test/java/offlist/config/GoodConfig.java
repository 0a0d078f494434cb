package offlist.config;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.yaml.Problem;

/** The files that hold, with what they name beside them. */
final class GoodConfig {
    static final Path FOLDER = Path.of("src/test/resources/config/good");
    static final Catalogue CATALOGUE = CatalogueReader.shipped();
    static final String WEBHOOK = "https://hooks.example.com/services/T0PSECRET";
    static final String MAIL_PASSWORD = "maIlSecret77";
    static final String DQS_KEY = "dqsSecretKey9";

    private GoodConfig() {}

    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a text as if it stood in a folder with the files that the examples name. */
    static Reading read(String text, Path folder) {
        try {
            Files.writeString(folder.resolve("transactional.txt"), "192.0.2.77\n");
            Files.writeString(folder.resolve("dqs.key"), DQS_KEY + "\n");
            Files.writeString(folder.resolve("slack.url"), WEBHOOK + "\n");
            Files.writeString(folder.resolve("mail.pw"), MAIL_PASSWORD + "\n");
            Files.writeString(folder.resolve("github.token"), MAIL_PASSWORD + "\n");
            Files.writeString(folder.resolve("kumomta.token"), "a token that nobody guesses\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SettingsReader.read(text, folder, CATALOGUE);
    }

    static Reading readFile(String name, Path folder) {
        try {
            return read(Files.readString(FOLDER.resolve(name)), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading.Good good(Reading reading) {
        return assertInstanceOf(Reading.Good.class, reading, () -> problems(reading));
    }

    static String problems(Reading reading) {
        return reading instanceof Reading.Bad bad
                ? String.join(
                        "\n", bad.problems().stream().map(Problem::toString).toList())
                : "";
    }
}
