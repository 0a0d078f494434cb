package offlist.probe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import offlist.dns.Answer;
import offlist.dns.ClosedPort;
import offlist.dns.Question;
import offlist.dns.Resolver;
import offlist.dns.ResolverId;
import offlist.probe.Symptom.Blame;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Asks what tells a fault of a resolver from one of a list. It is asked after a test has failed and explains that failure;
 * it never makes one: a resolver may be a list server that knows nothing else, so no answer here is worse than another.
 *
 * <p>Always true: each resolver is asked each question once at a time, whatever the number of lists that wait for it.
 * Threads may share it.
 */
final class Diagnosis {
    private enum About {
        ROOT,
        MISSING_NAME,
        PORT
    }

    private record Asked(ResolverId resolver, About about) {}

    private final Function<ResolverId, Resolver> resolvers;
    private final Map<Asked, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();

    Diagnosis(Function<ResolverId, Resolver> resolvers) {
        this.resolvers = resolvers;
    }

    /**
     * The same health, with whose fault it is where that could be found out. Never completes exceptionally: a mistake of
     * ours in asking leaves the judgement as it is.
     */
    CompletableFuture<Health> explain(AskedList list, ResolverId id, List<PointResult> results, Health judged) {
        return same(judged)
                .thenCompose(health -> diagnose(list, id, results, health))
                .exceptionally(mistake -> judged);
    }

    private CompletableFuture<Health> diagnose(
            AskedList list, ResolverId id, List<PointResult> results, Health judged) {
        return switch (judged.symptom().sign()) {
            case NO_ANSWER -> silent(list, id, judged);
            case OUTSIDE -> outside(list, id, judged);
            case EMPTY -> empty(list, id, results, judged);
            case NONE -> judged.state() == Health.State.LISTS_NOTHING ? gone(list, id, judged) : same(judged);
            case DENIED, PUBLIC -> same(judged);
        };
    }

    private static CompletableFuture<Health> same(Health judged) {
        return CompletableFuture.completedFuture(judged);
    }

    /** A resolver that answers anything at all is there; one that fails at the root as at the list is not of use. */
    private CompletableFuture<Health> silent(AskedList list, ResolverId id, Health judged) {
        CompletableFuture<Boolean> closed = shared(new Asked(id, About.PORT), () -> ClosedPort.at(id, list.timeout()));
        CompletableFuture<Answer> root = shared(
                new Asked(id, About.ROOT),
                () -> resolvers.apply(id).ask(new Question(Name.root, Type.NS), list.timeout()));
        return closed.thenCombine(root, (nobody, answer) -> {
            Symptom seen = judged.symptom();
            if (nobody) {
                return with(judged, seen.blames(Blame.RESOLVER).saying("port closed"));
            }
            boolean alike = answer instanceof Answer.Failed failed
                    && AnswerWords.of(failed).equals(seen.words());
            return with(judged, seen.blames(alike ? Blame.RESOLVER : Blame.LIST));
        });
    }

    /** RFC 6761 section 6.4: nothing exists under invalid, so an address there is made up by the resolver. */
    private CompletableFuture<Health> outside(AskedList list, ResolverId id, Health judged) {
        return shared(
                        new Asked(id, About.MISSING_NAME),
                        () -> resolvers.apply(id).ask(new Question(missingName(), Type.A), list.timeout()))
                .thenApply(answer -> switch (answer) {
                    case Answer.Records records ->
                        with(judged, judged.symptom().blames(Blame.RESOLVER))
                                .because(list.id() + " cannot be asked through " + id + ", which answers "
                                        + AnswerWords.of(records) + " for names that do not exist: turn that off there,"
                                        + " or name another resolver");
                    case Answer.NoSuchName none -> with(judged, judged.symptom().blames(Blame.LIST));
                    case Answer.NoData none -> judged;
                    case Answer.Failed failed -> judged;
                });
    }

    private static Name missingName() {
        long label = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 48);
        try {
            return Name.fromString("offlist-" + Long.toString(label, 36) + ".invalid.");
        } catch (TextParseException e) {
            throw new IllegalStateException("a label of letters and digits is a name", e);
        }
    }

    /** Who takes addresses in 127.0.0.0/8 out of answers leaves the texts in. */
    private CompletableFuture<Health> empty(AskedList list, ResolverId id, List<PointResult> results, Health judged) {
        CompletableFuture<Health> found = same(judged);
        for (PointResult result : results) {
            if (result.positive() && result.reading() != PointReading.ANSWERS) {
                found = found.thenCompose(health ->
                        health.symptom().blame() == Blame.RESOLVER ? same(health) : text(list, id, result, health));
            }
        }
        return found;
    }

    private CompletableFuture<Health> text(AskedList list, ResolverId id, PointResult result, Health judged) {
        return result.question()
                .map(name -> resolvers.apply(id).ask(new Question(name.name(), Type.TXT), list.timeout()))
                .orElseGet(() -> CompletableFuture.completedFuture(new Answer.Failed(Answer.Cause.MALFORMED)))
                .thenApply(answer -> answer instanceof Answer.Records
                        ? with(judged, judged.symptom().blames(Blame.RESOLVER))
                                .because(list.id() + " cannot be asked through " + id
                                        + ", which takes addresses in 127.0.0.0/8 out of answers (" + result.point()
                                        + " has a text there and no address): see private-address or its protection"
                                        + " against DNS rebinding")
                        : judged);
    }

    /** Whether the zone itself is gone, which no resolver's habit explains. */
    private CompletableFuture<Health> gone(AskedList list, ResolverId id, Health judged) {
        return name(list)
                .map(zone -> resolvers.apply(id).ask(new Question(zone, Type.SOA), list.timeout()))
                .orElseGet(() -> CompletableFuture.completedFuture(new Answer.Failed(Answer.Cause.MALFORMED)))
                .thenApply(answer -> answer instanceof Answer.NoSuchName
                        ? judged.because(list.id() + " is not there any more: its zone does not exist through " + id
                                + ", or is misspelt; drop the list if this lasts")
                        : judged);
    }

    private static Optional<Name> name(AskedList list) {
        try {
            return Optional.of(Name.fromString(list.zone().name() + "."));
        } catch (TextParseException e) {
            return Optional.empty();
        }
    }

    private static Health with(Health judged, Symptom symptom) {
        return new Health(judged.state(), judged.cause(), symptom);
    }

    @SuppressWarnings("unchecked")
    private <T> CompletableFuture<T> shared(Asked asked, Supplier<CompletableFuture<T>> question) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<?> other = underWay.putIfAbsent(asked, mine);
        if (other != null) {
            // The key names the question, so the type of the answer is that of the one under way.
            return (CompletableFuture<T>) other;
        }
        // Within a stage, so that a question that throws is taken off the map too.
        CompletableFuture.completedFuture(asked)
                .thenCompose(key -> question.get())
                .whenComplete((answer, failure) -> {
                    underWay.remove(asked);
                    if (failure == null) {
                        mine.complete(answer);
                    } else {
                        mine.completeExceptionally(failure);
                    }
                });
        return mine;
    }
}
