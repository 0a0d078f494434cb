package offlist.dns;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.xbill.DNS.Name;

/** Asks one resolver after the other until one has an answer; for what is asked rarely, such as SPF and host names. */
public final class Lookups {
    private final List<Resolver> resolvers;
    private final Duration timeout;
    private final int tries;
    private final LongSupplier left;

    /** @param tries how often each resolver is asked */
    public Lookups(List<Resolver> resolvers, Duration timeout, int tries) {
        this(resolvers, timeout, tries, () -> Long.MAX_VALUE);
    }

    private Lookups(List<Resolver> resolvers, Duration timeout, int tries, LongSupplier left) {
        this.resolvers = List.copyOf(resolvers);
        this.timeout = timeout;
        this.tries = tries;
        this.left = left;
        if (resolvers.isEmpty() || tries < 1) {
            throw new IllegalArgumentException("lookups need a resolver and a try");
        }
    }

    /** The same lookups for so long, counted from now; what is asked later is a time-out at once. */
    public Lookups within(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        return new Lookups(resolvers, timeout, tries, () -> end - System.nanoTime());
    }

    /** Never completes exceptionally: the last failure is the answer when nobody had one. */
    public CompletableFuture<Answer> ask(Name name, int type) {
        return ask(new Question(name, type), 0);
    }

    private CompletableFuture<Answer> ask(Question question, int attempt) {
        long time = Math.min(left.getAsLong(), timeout.toNanos());
        if (time <= 0) {
            return CompletableFuture.completedFuture(new Answer.Failed(Answer.Cause.TIMEOUT));
        }
        boolean last = attempt + 1 == tries * resolvers.size();
        return resolvers
                .get(attempt % resolvers.size())
                .ask(question, Duration.ofNanos(time))
                .thenCompose(answer -> answer instanceof Answer.Failed && !last
                        ? ask(question, attempt + 1)
                        : CompletableFuture.completedFuture(answer));
    }
}
