package offlist.schedule;

import offlist.catalogue.Kind;
import offlist.catalogue.ListId;

/** The lane of one list and one kind of target: lists serve IPv4, IPv6 and domains apart and fail apart. */
public record LaneId(ListId list, Kind kind) {
    @Override
    public String toString() {
        return list + "/" + kind.label();
    }
}
