package offlist.probe;

import java.util.concurrent.CompletableFuture;

/** Asks a list about a target; one query (two with TXT), no retries: those are the schedule's. */
public interface Prober {
    /** Completes on a resolver's thread, never exceptionally. */
    CompletableFuture<Observation> probe(Check check);
}
