package offlist.bounce.hook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.bounce.Attempt;
import offlist.bounce.Bounce.Complaint;
import offlist.bounce.Delivery;

/** What a request to a hook is. */
sealed interface HookResult {

    /**
     * The service's own, and readable. Often it tells nothing that matters here.
     *
     * @param once by which the same request is known when it comes again
     */
    record Told(List<Attempt> attempts, List<Delivery> deliveries, List<Complaint> complaints, Optional<Once> once)
            implements HookResult {
        /** Copies the lists. */
        public Told {
            attempts = List.copyOf(attempts);
            deliveries = List.copyOf(deliveries);
            complaints = List.copyOf(complaints);
        }

        Told once(Once known) {
            return new Told(attempts, deliveries, complaints, Optional.of(known));
        }
    }

    /** A topic of ours asks whether its messages are wanted here; they are when this is called. */
    record Confirm(URI address) implements HookResult {}

    /** Somebody else's, or an old one. The reason is for our log alone. */
    record Refused(String reason) implements HookResult {}

    /** The service's own, by all that can be told, but not what it should be. */
    record Broken(String reason) implements HookResult {}

    /** Cannot be judged now; the service should send it again. */
    record Later(String reason) implements HookResult {}

    /**
     * What a request is known by.
     *
     * @param until when it is too old to be taken anyway
     * @param sentAgain whether the service itself sends the same again when it has not heard our answer
     */
    record Once(String id, Instant until, boolean sentAgain) {}
}
