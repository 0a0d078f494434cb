package offlist.probe;

import offlist.catalogue.ListId;
import offlist.pool.Target;

/** A target on a list: what a listing is about. */
public record Pair(Target target, ListId list) {
    /** {@code 192.0.2.10/spamhaus-zen}: the subject of events. */
    public String subject() {
        return target.text() + "/" + list.value();
    }

    @Override
    public String toString() {
        return subject();
    }
}
