package offlist.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.yaml.Problems;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlReader;

/** Reads the catalogue: the shipped files, then those of a directory, which add to them or replace single entries. */
public final class CatalogueReader {

    private static final String SHIPPED = "/catalogue/";
    private static final long LARGEST = 8 * 1024 * 1024;

    private CatalogueReader() {}

    /** What the program comes with. Its files are tested; a mistake in them is our own and is thrown. */
    public static Catalogue shipped() {
        Problems problems = new Problems();
        Catalogue catalogue = read(Optional.empty(), problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the shipped catalogue is broken:\n" + problems);
        }
        return catalogue;
    }

    /** The shipped catalogue together with the {@code *.yaml} files of a directory; mistakes name file and line. */
    public static Catalogue read(Optional<Path> directory, Problems problems) {
        Draft draft = new Draft();
        for (String name : shippedFiles(problems)) {
            add(draft, name, resource(name), false, problems);
        }
        directory.ifPresent(further -> addDirectory(draft, further, problems));
        CatalogueCheck.check(draft);
        return draft.finish();
    }

    /** One file by itself, held to what a shipped one is held to. */
    static Catalogue only(String name, String text, Problems problems) {
        Draft draft = new Draft();
        add(draft, name, text, false, problems);
        CatalogueCheck.check(draft);
        return draft.finish();
    }

    /**
     * A list of the user's own, of which only {@code id} and {@code zone} are needed. The caller reads what else may
     * stand in the entry and calls {@link YamlMap#done()}.
     */
    public static Optional<DnsList> own(YamlMap entry) {
        return ListReader.own(entry);
    }

    static List<String> shippedFiles(Problems problems) {
        Problems index = problems.in("index.yaml");
        List<String> files = YamlReader.read(resource("index.yaml"), "", index)
                .map(map -> map.texts("files"))
                .orElse(List.of());
        return files;
    }

    static String resource(String name) {
        try (InputStream content = CatalogueReader.class.getResourceAsStream(SHIPPED + name)) {
            if (content == null) {
                throw new IllegalStateException("the program lacks its file " + SHIPPED + name);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the program's file " + SHIPPED + name + " cannot be read", unreadable);
        }
    }

    private static void addDirectory(Draft draft, Path directory, Problems problems) {
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(CatalogueReader::isYaml).sorted().forEach(file -> addFile(draft, file, problems));
        } catch (IOException unreadable) {
            problems.add(directory.toString(), 0, "the catalogue directory cannot be read");
        }
    }

    private static void addFile(Draft draft, Path file, Problems problems) {
        String name = file.getFileName().toString();
        try {
            if (Files.size(file) > LARGEST) {
                problems.add(name, 0, "the file is too large for a catalogue");
                return;
            }
            add(draft, name, Files.readString(file), true, problems);
        } catch (IOException unreadable) {
            problems.add(name, 0, "the file cannot be read as UTF-8 text");
        }
    }

    private static boolean isYaml(Path file) {
        return file.toString().endsWith(".yaml") && Files.isRegularFile(file);
    }

    private static void add(Draft draft, String name, String text, boolean own, Problems problems) {
        YamlReader.read(text, "", problems.in(name)).ifPresent(file -> draft.addFile(file, own));
    }
}
