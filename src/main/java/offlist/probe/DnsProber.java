package offlist.probe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import offlist.catalogue.ListId;
import offlist.dns.Answer;
import offlist.dns.Question;
import offlist.dns.Resolver;
import offlist.dns.ResolverId;
import org.xbill.DNS.Type;

/** Asks lists over DNS. Threads may share it. */
public final class DnsProber implements Prober {
    private static final CompletableFuture<Answer> NO_TEXT =
            CompletableFuture.completedFuture(new Answer.NoData(Duration.ZERO));

    private final Function<ResolverId, Resolver> resolvers;
    private final InstantSource clock;
    private final EmptyAnswers emptyAnswers;

    public DnsProber(Function<ResolverId, Resolver> resolvers, InstantSource clock) {
        this(resolvers, clock, list -> true);
    }

    /** @param spare whether a list may be asked one more question, to prove an empty answer */
    public DnsProber(Function<ResolverId, Resolver> resolvers, InstantSource clock, Predicate<ListId> spare) {
        this.emptyAnswers = new EmptyAnswers(spare);
        this.resolvers = resolvers;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Observation> probe(Check check) {
        Instant asked = clock.instant();
        if (!check.list().list().kinds().contains(Kinds.of(check.target()))) {
            Verdict pointless = new Verdict.Failed(Verdict.Cause.MALFORMED);
            return CompletableFuture.completedFuture(
                    observed(check, pointless, asked, "not asked: the list takes no such target"));
        }
        Optional<QueryName> name = QueryName.of(check.list().zone(), check.target());
        if (name.isEmpty()) {
            Verdict impossible = new Verdict.Failed(Verdict.Cause.MALFORMED);
            return CompletableFuture.completedFuture(observed(check, impossible, asked, "query name too long"));
        }
        Resolver resolver = resolvers.apply(check.resolver());
        CompletableFuture<Answer> text = check.withText() ? ask(check, resolver, name.get(), Type.TXT) : NO_TEXT;
        return ask(check, resolver, name.get(), VerdictReader.type(check.list().list()))
                .thenCompose(answer -> observed(check, resolver, answer, text, asked));
    }

    /**
     * Goes on from the reply to a question that left by the hot path.
     *
     * @param reply in wire format
     * @param took nanoseconds until it came
     */
    public CompletableFuture<Observation> goOn(Check check, byte[] reply, long took) {
        Instant asked = clock.instant().minusNanos(took);
        Resolver resolver = resolvers.apply(check.resolver());
        QueryName name = QueryName.of(check.list().zone(), check.target()).orElseThrow();
        Question question =
                new Question(name.name(), VerdictReader.type(check.list().list()));
        return resolver.goOn(question, reply, check.list().timeout())
                .thenCompose(answer -> observed(check, resolver, answer, NO_TEXT, asked));
    }

    /**
     * No reply came to a question that left by the hot path.
     *
     * @param took nanoseconds until that was clear
     */
    public Observation lost(Check check, Answer.Failed failed, long took) {
        Verdict none = VerdictReader.read(check.list().list(), failed);
        return observed(check, none, clock.instant().minusNanos(took), AnswerWords.of(failed));
    }

    private CompletableFuture<Observation> observed(
            Check check, Resolver resolver, Answer answer, CompletableFuture<Answer> text, Instant asked) {
        return verdict(check, resolver, answer)
                .thenCompose(verdict -> withText(check, verdict, text))
                .thenApply(verdict -> observed(check, verdict, asked, AnswerWords.of(answer)));
    }

    private static CompletableFuture<Answer> ask(Check check, Resolver resolver, QueryName name, int type) {
        return resolver.ask(new Question(name.name(), type), check.list().timeout());
    }

    private CompletableFuture<Verdict> verdict(Check check, Resolver resolver, Answer answer) {
        Verdict read = VerdictReader.read(check.list().list(), answer);
        if (!(answer instanceof Answer.NoData empty)) {
            return CompletableFuture.completedFuture(read);
        }
        return emptyAnswers
                .believable(check.list(), Kinds.of(check.target()), resolver)
                .thenApply(works -> works ? new Verdict.NotListed(empty.ttl()) : read);
    }

    /** Only a listing waits for its text, and a text that does not come costs nothing but the wait. */
    private static CompletableFuture<Verdict> withText(Check check, Verdict verdict, CompletableFuture<Answer> text) {
        if (!(verdict instanceof Verdict.Listed listed)) {
            return CompletableFuture.completedFuture(verdict);
        }
        return text.thenApply(
                answer -> listed.withText(ListText.of(answer, check.list().zone())));
    }

    private Observation observed(Check check, Verdict verdict, Instant asked, String raw) {
        Duration took = Duration.between(asked, clock.instant());
        return new Observation(
                check.pair(), verdict, check.resolver(), asked, took.isNegative() ? Duration.ZERO : took, raw);
    }
}
