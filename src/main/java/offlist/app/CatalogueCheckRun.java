package offlist.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.FurtherFiles;
import offlist.yaml.Problems;
import offlist.yaml.YamlText;

/**
 * What {@code offlist lists --check DIR} says about a directory of catalogue files.
 *
 * @param ok whether the daemon would take it
 */
record CatalogueCheckRun(boolean ok, List<String> lines) {
    CatalogueCheckRun {
        lines = List.copyOf(lines);
    }

    static CatalogueCheckRun of(Path directory) {
        Problems problems = new Problems();
        FurtherFiles further = CatalogueReader.over(
                CatalogueReader.shipped(), directory, YamlText.given("", directory.toString()), problems);
        List<String> lines = new ArrayList<>();
        int count = problems.count();
        lines.add(directory + ": "
                + (count == 0 ? "OK, " + further.words() : count == 1 ? "1 problem" : count + " problems"));
        problems.list().forEach(problem -> lines.add("  " + problem));
        problems.warnings().forEach(warning -> lines.add("  warning: " + warning));
        return new CatalogueCheckRun(count == 0, lines);
    }
}
