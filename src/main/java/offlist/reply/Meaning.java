package offlist.reply;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import offlist.catalogue.ListId;

/**
 * What a reply means.
 *
 * @param relevant whether it is about our address, our network or our reputation as a sender
 * @param operator who decided: the key of a list's operator, of a receiver or of a vendor; {@code receiver} when it is somebody
 *     the rules do not know; empty when nobody is named and it is not relevant
 * @param privateList the receiver's or vendor's own list behind it, an id in the catalogue
 * @param lists the lists it names, as zones or names
 * @param known the lists of the catalogue behind those names: whom to ask
 * @param receiverCode the receiver's own code, such as S3150
 * @param links pages for look-up or removal: those in the text first, then those of the rule
 * @param contacts mail addresses to write to, in the same order
 * @param temporary whether it passes by itself: by the words and what is known of the receiver, where they tell more than the code
 * @param replyCode three digits as in the text (RFC 5321, section 4.2); any 4xx or 5xx
 * @param enhancedCode as in the text (RFC 3463), never taken from the status of a report
 * @param addresses addresses that can be ours, the best first
 * @param receiverFault their look-up is refused by the list and read as a hit: our address is not listed
 * @param next what to do, in order
 * @param rule the id of the rule that decided; {@code none} where none did
 */
public record Meaning(
        boolean relevant,
        RefusalClass refusalClass,
        Optional<String> operator,
        Optional<String> privateList,
        List<String> lists,
        Set<ListId> known,
        Optional<String> receiverCode,
        List<String> links,
        List<String> contacts,
        boolean temporary,
        Optional<Integer> replyCode,
        Optional<String> enhancedCode,
        List<FoundAddress> addresses,
        boolean receiverFault,
        List<NextStep> next,
        String rule) {

    /** The operator, where the rules do not know whoever it is. */
    public static final String SOMEBODY = "receiver";

    /** Copies the collections. */
    public Meaning {
        lists = List.copyOf(lists);
        known = Set.copyOf(known);
        links = List.copyOf(links);
        contacts = List.copyOf(contacts);
        addresses = List.copyOf(addresses);
        next = List.copyOf(next);
    }
}
