package offlist.dns;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Name;

/** Asks one resolver after the other until one has an answer; for what is asked rarely, such as SPF and host names. */
public final class Lookups {
    private final List<Resolver> resolvers;
    private final Duration timeout;
    private final int tries;

    /** @param tries how often each resolver is asked */
    public Lookups(List<Resolver> resolvers, Duration timeout, int tries) {
        this.resolvers = List.copyOf(resolvers);
        this.timeout = timeout;
        this.tries = tries;
        if (resolvers.isEmpty() || tries < 1) {
            throw new IllegalArgumentException("lookups need a resolver and a try");
        }
    }

    /** Never completes exceptionally: the last failure is the answer when nobody had one. */
    public CompletableFuture<Answer> ask(Name name, int type) {
        return ask(new Question(name, type), 0);
    }

    private CompletableFuture<Answer> ask(Question question, int attempt) {
        boolean last = attempt + 1 == tries * resolvers.size();
        return resolvers
                .get(attempt % resolvers.size())
                .ask(question, timeout)
                .thenCompose(answer -> answer instanceof Answer.Failed && !last
                        ? ask(question, attempt + 1)
                        : CompletableFuture.completedFuture(answer));
    }
}
