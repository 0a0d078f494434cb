package offlist.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Collects the mistakes and the warnings of one reading, several at once. Several threads may add; they are listed when all
 * is read.
 *
 * <p>One collector may serve several files: {@link #in(String)} gives a view whose entries carry the file's name.
 */
public final class Problems {

    private record Entry(String file, Problem problem) {}

    private static final Comparator<Entry> BY_FILE_AND_LINE = Comparator.comparing(Entry::file)
            .thenComparingInt(entry -> entry.problem().line());

    private final Set<Entry> errors;
    private final Set<Entry> warnings;
    private final String file;

    /** An empty collector. */
    public Problems() {
        this(
                Collections.synchronizedSet(new LinkedHashSet<>()),
                Collections.synchronizedSet(new LinkedHashSet<>()),
                "");
    }

    private Problems(Set<Entry> errors, Set<Entry> warnings, String file) {
        this.errors = errors;
        this.warnings = warnings;
        this.file = file;
    }

    /** A view on the same collector that puts the name of a file before each path. */
    public Problems in(String fileName) {
        return new Problems(errors, warnings, fileName);
    }

    /** Records a mistake at a node. */
    public void add(YamlNode where, String message) {
        add(where.path(), where.line(), message);
    }

    /** Records a mistake at a path. */
    public void add(String path, int line, String message) {
        errors.add(entry(path, line, message));
    }

    /** Records something that works but should be known. */
    public void warn(YamlNode where, String message) {
        warnings.add(entry(where.path(), where.line(), message));
    }

    /** Whether nothing is wrong; warnings do not count. */
    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** How many mistakes there are so far. */
    public int count() {
        return errors.size();
    }

    /** All mistakes, by file and line. */
    public List<Problem> list() {
        return sorted(errors);
    }

    /** All warnings, by file and line. */
    public List<Problem> warnings() {
        return sorted(warnings);
    }

    @Override
    public String toString() {
        return list().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    private Entry entry(String path, int line, String message) {
        String full = file.isEmpty() ? path : path.isEmpty() ? file : file + ": " + path;
        return new Entry(file, new Problem(full, line, message));
    }

    private static List<Problem> sorted(Set<Entry> entries) {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(BY_FILE_AND_LINE);
        return sorted.stream().map(Entry::problem).toList();
    }
}
