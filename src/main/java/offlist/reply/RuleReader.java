package offlist.reply;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.catalogue.Catalogue;
import offlist.yaml.Problems;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlNode;
import offlist.yaml.YamlReader;

/** Reads the rules: the shipped files, and those of a directory, which add to them or replace the file of the same name. */
public final class RuleReader {
    private static final String SHIPPED = "/replies/";

    private RuleReader() {}

    /** What the program comes with. Its files are tested; a mistake in them is our own and is thrown. */
    public static RuleBook shipped() {
        Problems problems = new Problems();
        RuleDraft draft = draft(shippedFiles(), problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the shipped rules for replies are broken:\n" + problems);
        }
        return draft.book();
    }

    /**
     * The shipped files together with the {@code *.yaml} files of a directory; one of the same name takes the place of ours.
     * Every sample of every rule is tried. Absent when there is a problem.
     *
     * @param where the directory was named, for a complaint about the directory itself
     */
    public static Optional<RuleBook> over(Catalogue catalogue, Path directory, YamlNode where, Problems problems) {
        Map<String, String> files = shippedFiles();
        RuleDirectory.read(directory, where, problems, files::put);
        return checked(files, catalogue, problems);
    }

    /** The shipped files with every sample tried. */
    public static Optional<RuleBook> checked(Catalogue catalogue, Problems problems) {
        return checked(shippedFiles(), catalogue, problems);
    }

    static Optional<RuleBook> checked(Map<String, String> files, Catalogue catalogue, Problems problems) {
        RuleDraft draft = draft(files, problems);
        if (problems.isEmpty() && RuleCheck.names(draft, catalogue)) {
            RuleCheck.samples(draft, new ReplyReader(draft.book(), catalogue));
        }
        return problems.isEmpty() ? Optional.of(draft.book()) : Optional.empty();
    }

    private static RuleDraft draft(Map<String, String> files, Problems problems) {
        List<YamlMap> read = new ArrayList<>();
        files.forEach(
                (name, text) -> YamlReader.read(text, "", problems.in(name)).ifPresent(read::add));
        RuleDraft draft = new RuleDraft();
        read.forEach(draft::addWords);
        read.forEach(draft::add);
        return draft;
    }

    static Map<String, String> shippedFiles() {
        Map<String, String> files = new LinkedHashMap<>();
        names().forEach(name -> files.put(name, resource(name)));
        return files;
    }

    /** A jar cannot list its folders. */
    static List<String> names() {
        return YamlReader.read(resource("index.yaml"), "index.yaml", new Problems())
                .map((YamlMap index) -> index.texts("files"))
                .orElse(List.of());
    }

    static String resource(String name) {
        try (InputStream content = RuleReader.class.getResourceAsStream(SHIPPED + name)) {
            if (content == null) {
                throw new IllegalStateException("the program lacks its file " + SHIPPED + name);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the program's file " + SHIPPED + name + " cannot be read", unreadable);
        }
    }
}
