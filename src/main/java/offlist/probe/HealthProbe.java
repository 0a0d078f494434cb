package offlist.probe;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.ListType;
import offlist.catalogue.TestPoints;
import offlist.dns.Answer;
import offlist.dns.Lookups;
import offlist.dns.Resolver;
import offlist.dns.ResolverId;

/** Asks the test points of a list by one path and judges what they say. Threads may share it. */
public final class HealthProbe {
    private static final int TRIES = 2;

    private final Function<ResolverId, Resolver> resolvers;
    private final Diagnosis diagnosis;

    public HealthProbe(Function<ResolverId, Resolver> resolvers) {
        this.resolvers = resolvers;
        this.diagnosis = new Diagnosis(resolvers);
    }

    /** Never completes exceptionally. */
    public CompletableFuture<Health> check(AskedList list, Kind kind, ResolverId resolver) {
        return check(list, kind, resolver, asked -> {});
    }

    /** @param asked is told how many questions the list was asked at most, before this completes */
    public CompletableFuture<Health> check(AskedList list, Kind kind, ResolverId resolver, IntConsumer asked) {
        AtomicInteger count = new AtomicInteger();
        return examine(list, kind, new CountedResolver(resolvers.apply(resolver), count))
                .thenCompose(results ->
                        diagnosis.explain(list, resolver, results, HealthWords.judge(list, kind, resolver, results)))
                .thenApply(health -> {
                    asked.accept(count.get() + (health.believable() ? 0 : explaining(list.list(), kind)));
                    return health;
                });
    }

    /** The most questions that a test of a path asks of a list, with those that explain a failure. */
    public static int mostQuestions(AskedList list, Kind kind) {
        return mostQuestions(list.list(), kind);
    }

    /** The same, however the list is asked. */
    public static int mostQuestions(DnsList list, Kind kind) {
        int points = negative(list, kind).size() + list.test().positive(kind).size();
        return points * TRIES + explaining(list, kind);
    }

    /** The texts of the positive points, or the zone itself; other names are not of the list. */
    private static int explaining(DnsList list, Kind kind) {
        return Math.max(1, list.test().positive(kind).size());
    }

    /** What each point said: the negative ones first, so that the positive ones vouch for an empty answer. */
    CompletableFuture<List<PointResult>> examine(AskedList list, Kind kind, ResolverId resolver) {
        return examine(list, kind, resolvers.apply(resolver));
    }

    private static CompletableFuture<List<PointResult>> examine(AskedList list, Kind kind, Resolver resolver) {
        Lookups lookups = new Lookups(List.of(resolver), list.timeout(), TRIES);
        CompletableFuture<List<PointResult>> done = CompletableFuture.completedFuture(List.of());
        for (String point : negative(list.list(), kind)) {
            done = done.thenCompose(before -> ask(lookups, list, new TestPoint(point, kind), false, before));
        }
        for (String point : list.list().test().positive(kind)) {
            done = done.thenCompose(before -> ask(lookups, list, new TestPoint(point, kind), true, before));
        }
        return done;
    }

    /** A list of which no such point is known must not list that of RFC 5782 either; nobody reports that address. */
    private static List<String> negative(DnsList list, Kind kind) {
        TestPoints known = list.test();
        return known.negative(kind).isEmpty() && list.type() == ListType.BLOCK
                ? TestPoints.rfc5782(List.of(kind)).negative(kind)
                : known.negative(kind);
    }

    /** One good positive point is enough, one bad negative point too. */
    private static CompletableFuture<List<PointResult>> ask(
            Lookups lookups, AskedList list, TestPoint point, boolean positive, List<PointResult> before) {
        Optional<QueryName> name = point.in(list.zone());
        boolean decided = before.stream().anyMatch(PointResult::decides);
        if (decided || name.isEmpty()) {
            return CompletableFuture.completedFuture(before);
        }
        return lookups.ask(name.get().name(), VerdictReader.type(list.list()))
                .thenApply(answer -> PointResult.append(before, read(list, point, name, positive, answer)));
    }

    private static PointResult read(
            AskedList list, TestPoint point, Optional<QueryName> name, boolean positive, Answer answer) {
        PointReading reading =
                positive ? PointReading.positive(list.list(), answer) : PointReading.negative(list.list(), answer);
        return new PointResult(point.text(), positive, reading, answer, name);
    }
}
