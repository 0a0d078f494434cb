package offlist.probe;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import offlist.dns.Answer;
import offlist.dns.Question;
import offlist.dns.Resolver;
import offlist.dns.ResolverId;

/** Counts what is asked of a resolver. Threads may share it. */
record CountedResolver(Resolver counted, AtomicInteger asked) implements Resolver {
    @Override
    public ResolverId id() {
        return counted.id();
    }

    @Override
    public CompletableFuture<Answer> ask(Question question, Duration timeout) {
        asked.incrementAndGet();
        return counted.ask(question, timeout);
    }
}
