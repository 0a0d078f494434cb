package offlist.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import offlist.yaml.Problems;
import offlist.yaml.YamlReader;

/** A small catalogue that does not change when the shipped one does. */
public final class SampleCatalogue {
    private SampleCatalogue() {}

    public static Catalogue read() {
        Problems problems = new Problems();
        Catalogue catalogue = CatalogueReader.only("sample", text(), problems);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.toString());
        }
        return catalogue;
    }

    /** What an operator asks who has a list of their own and is not registered everywhere. */
    public static Selection selection() {
        Problems problems = new Problems();
        ListChoice choice = YamlReader.read("""
                use: [core, extended]
                skip: [psbl]
                registered: [barracuda-brbl]
                custom:
                  - {id: house, zone: bl.example.com, severity: major, interval: 1m}
                """, "lists", problems)
                .map(ListChoiceReader::read)
                .orElseThrow();
        Selection selection = Selection.of(read(), choice, problems);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.toString());
        }
        return selection;
    }

    private static String text() {
        try (InputStream in = SampleCatalogue.class.getResourceAsStream("/sample/catalogue.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
