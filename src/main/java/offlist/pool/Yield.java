package offlist.pool;

import java.util.List;

/** What a source said when it was read. */
public sealed interface Yield {
    /**
     * A definite answer, possibly empty.
     *
     * @param notes what the operator should know about it, such as a part that cannot be enumerated
     */
    record Members(RangeSet addresses, List<DomainName> domains, List<String> notes) implements Yield {
        public Members {
            domains = List.copyOf(domains);
            notes = List.copyOf(notes);
        }

        static Members of(RangeSet addresses) {
            return new Members(addresses, List.of(), List.of());
        }
    }

    /**
     * Some questions had no answer and nothing is known of what they would have said: what was yielded before stays
     * beside these.
     */
    record Incomplete(List<DomainName> domains, List<String> notes) implements Yield {
        public Incomplete {
            domains = List.copyOf(domains);
            notes = List.copyOf(notes);
        }
    }

    /** No usable answer; the message is a sentence for the operator. */
    record Failed(String message) implements Yield {}
}
