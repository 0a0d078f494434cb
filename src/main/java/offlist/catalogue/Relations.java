package offlist.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * How a list stands to others.
 *
 * @param combines lists whose content this zone includes
 * @param partOf lists that include this zone: there it is asked and counted
 * @param replaces lists that are not asked while this one is, such as the public form of a keyed zone
 * @param keyName under which name the user gives the key of this list; several lists may share one
 */
public record Relations(List<ListId> combines, List<ListId> partOf, List<ListId> replaces, Optional<String> keyName) {

    /** Copies the lists. */
    public Relations {
        combines = List.copyOf(combines);
        partOf = List.copyOf(partOf);
        replaces = List.copyOf(replaces);
    }

    /** A list that stands alone. */
    public static Relations none() {
        return new Relations(List.of(), List.of(), List.of(), Optional.empty());
    }
}
