package offlist.delist;

import java.net.URI;
import java.util.Optional;
import offlist.yaml.Labels;

/**
 * One thing to do.
 *
 * @param text for people, without line breaks
 * @param link where it is done
 */
public record TaskStep(Kind kind, String text, Optional<URI> link) {
    /** In the order in which they are done. */
    public enum Kind {
        /** See what the list has. */
        LOOK_UP,
        /** End what led to the listing. */
        FIX_CAUSE,
        /** What the list wants done before it is asked. */
        PREPARE,
        /** Ask for removal. */
        ASK,
        /** Wait for the list. */
        WAIT;

        /** The word for it in JSON. */
        public String label() {
            return Labels.of(this);
        }
    }
}
