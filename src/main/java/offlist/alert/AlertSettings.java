package offlist.alert;

import java.util.List;
import java.util.Optional;

/**
 * Who is told what.
 *
 * @param route the root of the routing tree; absent, the first receiver hears everything
 * @param mail needed as soon as a receiver is an e-mail one
 */
public record AlertSettings(
        List<ReceiverSettings> receivers, Optional<RouteSettings> route, Optional<MailSettings> mail) {
    public AlertSettings {
        receivers = List.copyOf(receivers);
    }
}
