package offlist.events;

import java.util.concurrent.CompletionStage;

/** Hands an event to a channel; completes when the channel has taken it. */
public interface EventSender {
    CompletionStage<?> send(CloudEvent event);
}
