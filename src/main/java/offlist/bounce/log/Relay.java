package offlist.bounce.log;

import java.util.Optional;
import offlist.pool.IpAddress;

/** A host of the other side: {@code mx.example[192.0.2.1]:25}, {@code mx.example [192.0.2.1]:25}. */
record Relay(String host, Optional<IpAddress> address) {

    static Optional<Relay> of(String text) {
        int open = text.indexOf('[');
        int close = text.indexOf(']', open + 1);
        if (open <= 0 || close < 0) {
            return Optional.empty();
        }
        String host = text.substring(0, open).strip().split("\\s", 2)[0];
        return Optional.of(new Relay(host, IpAddress.tryParse(text.substring(open + 1, close))));
    }
}
