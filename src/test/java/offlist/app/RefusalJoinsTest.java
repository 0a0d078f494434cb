package offlist.app;

import static offlist.bounce.Meanings.at;
import static offlist.bounce.Meanings.listed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import offlist.bounce.Attempt;
import offlist.bounce.Meanings;
import offlist.bounce.Refusal;
import offlist.bounce.RefusalReader;
import offlist.catalogue.CatalogueReader;
import offlist.catalogue.ListChoice;
import offlist.catalogue.ListId;
import offlist.catalogue.Selection;
import offlist.dns.ResolverId;
import offlist.pool.IpAddress;
import offlist.pool.PoolName;
import offlist.pool.Target;
import offlist.probe.Observation;
import offlist.probe.Pair;
import offlist.probe.Verdict;
import offlist.reply.FoundAddress.Place;
import offlist.reply.Meaning;
import offlist.testing.ManualClock;
import offlist.yaml.Problems;
import org.junit.jupiter.api.Test;

class RefusalJoinsTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final List<String> asked = new ArrayList<>();
    private final List<String> answered = new ArrayList<>();
    private final Selection lists = lists();
    private final RefusalJoins joins = new RefusalJoins(
            this::check,
            () -> lists,
            (id, named, seen) ->
                    answered.add(id + " " + named + " " + seen.verdict().label()),
            clock);

    @Test
    void theNamedListIsAskedAtOnceAndItsAnswerStandsBesideTheRefusal() {
        joins.seen("r1", refusal(listed("spamcop", at(Place.RULE, "192.0.2.10"))));

        assertThat(asked).containsExactly("192.0.2.10/spamcop");
        assertThat(answered).containsExactly("r1 spamcop not_listed");
    }

    @Test
    void manyRefusalsOfAPairAskOnceInAWhileAndAllGetTheAnswer() {
        Refusal refusal = refusal(listed("spamcop", at(Place.RULE, "192.0.2.10")));
        joins.seen("r1", refusal);
        joins.seen("r2", refusal);
        assertThat(asked).hasSize(1);
        assertThat(answered).hasSize(2);

        clock.pass(Duration.ofMinutes(2));
        joins.seen("r3", refusal);

        assertThat(asked).hasSize(2);
    }

    @Test
    void aPartOfACombinedListIsLookedUpInTheWhole() {
        joins.seen("r1", refusal(listed("spamhaus-sbl", at(Place.RULE, "192.0.2.10"))));

        assertThat(asked).containsExactly("192.0.2.10/spamhaus-zen");
        assertThat(answered).containsExactly("r1 spamhaus-sbl not_listed");
    }

    @Test
    void aListThatIsNotAskedIsNotAskedBecauseOfABounce() {
        joins.seen("r1", refusal(listed("uceprotect-3", at(Place.RULE, "192.0.2.10"))));

        assertThat(asked).isEmpty();
    }

    @Test
    void somebodyElsesAddressAndAnotherReasonAskNobody() {
        joins.seen("r1", refusal(listed("spamcop", at(Place.RULE, "198.51.100.7"))));
        joins.seen("r2", refusal(Meanings.unknownUser(at(Place.RULE, "192.0.2.10"))));

        assertThat(asked).isEmpty();
    }

    @Test
    void aFloodOfForgedBouncesAsksABoundedNumberOfPairs() {
        for (int i = 0; i < 2_000; i++) {
            joins.seen("r" + i, refusal(listed("spamcop", at(Place.RULE, "192.0." + i / 250 + "." + i % 250))));
        }

        assertThat(asked).hasSize(500);
    }

    private CompletionStage<List<Observation>> check(Collection<Target> targets, Set<ListId> lists) {
        List<Observation> seen = targets.stream()
                .flatMap(target -> lists.stream().map(list -> new Pair(target, list)))
                .map(pair -> new Observation(
                        pair,
                        new Verdict.NotListed(Duration.ZERO),
                        ResolverId.parse("127.0.0.1:53").orElseThrow(),
                        clock.instant(),
                        Duration.ZERO,
                        ""))
                .collect(Collectors.toList());
        seen.forEach(observation -> asked.add(observation.pair().subject()));
        return CompletableFuture.completedFuture(seen);
    }

    private static Refusal refusal(Meaning meaning) {
        return new RefusalReader(reply -> meaning, RefusalJoinsTest::pools).read(Attempt.of("550 no"));
    }

    private static SortedSet<PoolName> pools(IpAddress address) {
        SortedSet<PoolName> pools = new TreeSet<>();
        if (address.text().startsWith("192.0.")) {
            pools.add(new PoolName("main"));
        }
        return pools;
    }

    private static Selection lists() {
        return Selection.of(
                CatalogueReader.shipped(),
                ListChoice.usual().using(List.of("spamcop", "spamhaus-zen")),
                new Problems());
    }
}
