package offlist.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import offlist.alert.MailSettings;
import offlist.pool.IpAddress;
import offlist.pool.Pool;

/** Whether the mails about the pool leave through the pool: a list that refuses its addresses may refuse them too. */
final class RelayCheck {
    private RelayCheck() {}

    /** What to say to the operator; empty when the relay is elsewhere, or its name means nothing now. */
    static Optional<String> warning(MailSettings mail, Pool pool) {
        return addresses(mail.host()).stream()
                .filter(address -> pool.pools(address).isPresent())
                .findFirst()
                .map(address -> "the mail relay " + mail.host() + " is " + address.text() + ", an address of pool "
                        + String.join(
                                ", ",
                                pool.pools(address).orElseThrow().stream()
                                        .map(Object::toString)
                                        .toList())
                        + ": while it is listed, mails about it may be refused as well; better take a relay outside of"
                        + " the watched pools, or a second receiver that is not e-mail");
    }

    private static List<IpAddress> addresses(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .map(IpAddress::of)
                    .toList();
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
