package offlist.delist;

import java.util.Map;
import offlist.catalogue.ListId;

/**
 * Whether removal requests go out by mail, and where to.
 *
 * @param send else it is only shown what would be sent
 * @param addresses of lists, in place of those in the catalogue
 */
public record RequestMail(boolean send, Map<ListId, String> addresses) {
    /** Nothing is sent. */
    public static final RequestMail DRY = new RequestMail(false, Map.of());

    public RequestMail {
        addresses = Map.copyOf(addresses);
    }
}
