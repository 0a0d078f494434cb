package offlist.web;

import java.util.concurrent.CompletionStage;

/** Reads the configuration again. */
@FunctionalInterface
public interface Reloading {
    /** Completes when it is in force or was refused. */
    CompletionStage<Reloaded> reload();
}
