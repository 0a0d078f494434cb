package offlist.probe;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.dns.Answer;
import offlist.dns.Question;
import offlist.dns.Resolver;
import offlist.dns.ResolverId;
import org.jspecify.annotations.Nullable;

/**
 * Whether NOERROR without records may be believed: only when the list's positive test point, asked after it by the same
 * path, is listed.
 *
 * <p>Always true: per path one question is under way at most; an answer that came while it was under way waits for the
 * next one, which all that wait share. Threads may share it; nothing is locked while waiting.
 */
final class EmptyAnswers {
    private record Path(ListId list, Kind kind, ResolverId resolver) {}

    /** Those who came too late for the question under way. */
    private static final class Next {
        @Nullable
        CompletableFuture<Boolean> waiting;
    }

    private final Map<Path, Next> underWay = new HashMap<>();
    private final Predicate<ListId> allowed;

    /** @param allowed whether a list may be asked one more question; where not, nothing proves its empty answers */
    EmptyAnswers(Predicate<ListId> allowed) {
        this.allowed = allowed;
    }

    /** Whether the list works, found out from now on. */
    CompletableFuture<Boolean> believable(AskedList list, Kind kind, Resolver resolver) {
        Path path = new Path(list.id(), kind, resolver.id());
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        synchronized (underWay) {
            Next next = underWay.get(path);
            if (next != null) {
                next.waiting = next.waiting == null ? result : next.waiting;
                return next.waiting;
            }
            underWay.put(path, new Next());
        }
        ask(path, list, resolver, result);
        return result;
    }

    private void ask(Path path, AskedList list, Resolver resolver, CompletableFuture<Boolean> result) {
        works(list, path.kind(), resolver).whenComplete((works, failure) -> {
            following(path).ifPresent(next -> ask(path, list, resolver, next));
            result.complete(failure == null && works);
        });
    }

    private Optional<CompletableFuture<Boolean>> following(Path path) {
        synchronized (underWay) {
            Next next = underWay.remove(path);
            if (next == null || next.waiting == null) {
                return Optional.empty();
            }
            underWay.put(path, new Next());
            return Optional.of(next.waiting);
        }
    }

    private CompletableFuture<Boolean> works(AskedList asked, Kind kind, Resolver resolver) {
        Optional<QueryName> name = asked.list().test().positive(kind).stream()
                .findFirst()
                .flatMap(point -> new TestPoint(point, kind).in(asked.zone()));
        if (name.isEmpty() || !allowed.test(asked.id())) {
            return CompletableFuture.completedFuture(false);
        }
        Question question = new Question(name.get().name(), VerdictReader.type(asked.list()));
        return resolver.ask(question, asked.timeout()).thenApply(answer -> listed(asked, answer));
    }

    private static boolean listed(AskedList asked, Answer answer) {
        return PointReading.positive(asked.list(), answer) == PointReading.ANSWERS;
    }
}
