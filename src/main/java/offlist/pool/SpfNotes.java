package offlist.pool;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the operator should know about an expansion: each thing once, and not without end. */
final class SpfNotes {
    private static final int MOST = 20;

    private final Set<String> notes = new LinkedHashSet<>();
    private int more;

    void add(String note) {
        if (notes.size() < MOST) {
            notes.add(note);
        } else if (!notes.contains(note)) {
            more++;
        }
    }

    List<String> all() {
        List<String> all = new ArrayList<>(notes);
        if (more > 0) {
            all.add("and " + more + " more");
        }
        return all;
    }
}
