package offlist.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import offlist.bounce.Refusal;
import offlist.bounce.RefusalJson;
import offlist.bounce.RefusalReader;
import offlist.bounce.message.MessageReader;
import offlist.pool.Pool;
import offlist.pool.PoolKeeper;
import offlist.pool.YieldStore;

/** A message that came back, read without a daemon: with the pools of the configuration, and kept nowhere. */
final class LocalBounce {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private LocalBounce() {}

    /** In the form of the API. */
    static JsonNode read(byte[] message, Optional<Path> file, PrintWriter err) {
        try (OneShot oneShot = new OneShot(file, err)) {
            Pool pool = pool(oneShot);
            RefusalReader reader = new RefusalReader(
                    new Replies().of(oneShot.catalogue())::read,
                    address -> pool.pools(address).orElseGet(Collections::emptySortedSet));
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            for (Refusal refusal : reader.read(new MessageReader().read(message))) {
                answer.withArray("refusals").add(RefusalJson.encode(refusal));
            }
            return answer;
        }
    }

    private static Pool pool(OneShot oneShot) {
        PoolKeeper keeper = new PoolKeeper(
                oneShot.resolvers().lookups(WatchedLists.resolvers(oneShot.settings()), TIMEOUT, 2),
                YieldStore.inMemory(),
                InstantSource.system());
        keeper.configure(oneShot.settings().pools());
        return keeper.refreshAll().pool();
    }
}
