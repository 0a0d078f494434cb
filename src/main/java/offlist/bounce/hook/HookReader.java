package offlist.bounce.hook;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Reads what one service posts, once it is known to be the service. Throws nothing for what anybody posts. */
@FunctionalInterface
interface HookReader {

    /** @param headers the value of a header by its name; empty where there is none */
    HookResult read(Function<String, Optional<String>> headers, byte[] body, Instant now);
}
