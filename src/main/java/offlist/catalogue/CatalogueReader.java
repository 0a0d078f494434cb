package offlist.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import offlist.yaml.Problems;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlNode;
import offlist.yaml.YamlReader;

/** Reads the catalogue: the shipped files, then those of a directory, which add to them or replace single entries. */
public final class CatalogueReader {

    private static final String SHIPPED = "/catalogue/";

    private CatalogueReader() {}

    /** What the program comes with. Its files are tested; a mistake in them is our own and is thrown. */
    public static Catalogue shipped() {
        Problems problems = new Problems();
        Catalogue catalogue = shipped(problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the shipped catalogue is broken:\n" + problems);
        }
        return catalogue;
    }

    static Catalogue shipped(Problems problems) {
        Draft draft = Draft.empty();
        List<String> names = shippedFiles(problems);
        // Half of the time of a start goes by here; the files do not know each other.
        List<Optional<YamlMap>> files = names.parallelStream()
                .map(name -> YamlReader.read(resource(name), "", problems.in(name)))
                .toList();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            files.get(i).ifPresent(file -> draft.addFile(file, name, false));
        }
        CatalogueCheck.check(draft);
        return draft.finish();
    }

    /**
     * A catalogue together with the {@code *.yaml} files of a directory, which add to it, replace single entries of it and
     * withdraw lists. Mistakes name file and line.
     *
     * @param where the directory was named, for a complaint about the directory itself
     */
    public static FurtherFiles over(Catalogue base, Path directory, YamlNode where, Problems problems) {
        Draft draft = Draft.over(base);
        CatalogueDirectory files = new CatalogueDirectory(directory, where, problems);
        files.read((file, text) -> add(draft, file.toString(), text, true, problems));
        List<String> withdrawn = draft.settle();
        CatalogueCheck.check(draft);
        return FurtherFiles.of(directory, files.files(), draft, withdrawn);
    }

    /** One file by itself, held to what a shipped one is held to. */
    static Catalogue only(String name, String text, Problems problems) {
        Draft draft = Draft.empty();
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

    private static void add(Draft draft, String name, String text, boolean own, Problems problems) {
        YamlReader.read(text, "", problems.in(name)).ifPresent(file -> draft.addFile(file, name, own));
    }
}
