package offlist.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.reply.RuleBook;
import offlist.reply.RuleReader;
import offlist.yaml.Problems;
import offlist.yaml.YamlText;

/**
 * What {@code offlist bounce rules} says.
 *
 * @param ok whether every sample gives what it says and nothing else is wrong
 */
record RuleCheckRun(boolean ok, List<String> lines) {
    RuleCheckRun {
        lines = List.copyOf(lines);
    }

    static RuleCheckRun of(Optional<Path> directory) {
        Problems problems = new Problems();
        Catalogue catalogue = CatalogueReader.shipped();
        Optional<RuleBook> book = directory
                .map(path -> RuleReader.over(catalogue, path, YamlText.given("", path.toString()), problems))
                .orElseGet(() -> RuleReader.checked(catalogue, problems));
        List<String> lines = new ArrayList<>();
        String what = directory.map(Path::toString).orElse("shipped rules");
        int count = problems.count();
        lines.add(what + ": "
                + book.map(rules -> "OK, " + rules.size() + " rules in all")
                        .orElse(count == 1 ? "1 problem" : count + " problems"));
        problems.list().forEach(problem -> lines.add("  " + problem));
        problems.warnings().forEach(warning -> lines.add("  warning: " + warning));
        return new RuleCheckRun(book.isPresent(), lines);
    }
}
