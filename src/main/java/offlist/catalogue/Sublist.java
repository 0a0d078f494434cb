package offlist.catalogue;

import java.util.List;
import java.util.Set;

/** A component of a combined list that return codes name, with a severity and a removal procedure of its own. */
public record Sublist(
        String id,
        Set<ListId> lists,
        String name,
        String reason,
        Severity severity,
        Set<Scope> scopes,
        String meaning,
        RemovalProcedure removal,
        Confidence confidence,
        List<String> sources,
        List<String> unverified) {

    /** Copies the collections. */
    public Sublist {
        lists = Set.copyOf(lists);
        scopes = Set.copyOf(scopes);
        sources = List.copyOf(sources);
        unverified = List.copyOf(unverified);
    }
}
