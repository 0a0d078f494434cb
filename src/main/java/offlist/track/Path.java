package offlist.track;

import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.dns.ResolverId;

/** The way a list is asked: what a test point proves, it proves for this way alone. */
public record Path(ListId list, Kind kind, ResolverId resolver) {
    @Override
    public String toString() {
        return list + "/" + kind.label() + " through " + resolver;
    }
}
