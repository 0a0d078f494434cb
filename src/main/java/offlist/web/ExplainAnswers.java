package offlist.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import offlist.catalogue.ListId;
import offlist.dns.ResolverId;
import offlist.pool.Target;
import offlist.probe.Explanation;
import offlist.probe.Pair;
import offlist.track.Held;
import offlist.track.Outlook;
import offlist.track.PairStatus;
import offlist.track.ResolverStatus;

/** Why a list says what it says of an address: what was remembered, what is answered now, what that leads to. */
final class ExplainAnswers {
    private final Sources sources;

    ExplainAnswers(Sources sources) {
        this.sources = sources;
    }

    /** @param ask whether the list is asked now, or only remembered of */
    CompletionStage<ExplanationView> explain(String address, String list, boolean ask) {
        Target target = Wanted.target(address);
        ListId id = new Wanted(sources.setup()).asked(list).id();
        Pair pair = new Pair(target, id);
        // Both before the question, so that its answer cannot have changed them.
        Optional<Held> held = sources.board().held(pair);
        ExplanationView known = known(pair, held);
        return ask
                ? CheckAnswers.inTime(sources.checks().explain(target, id))
                        .thenApply(explanation ->
                                known.with(explanation, resolver(explanation.resolver()), outlook(held, explanation)))
                : CompletableFuture.completedFuture(known);
    }

    private ExplanationView known(Pair pair, Optional<Held> held) {
        Optional<PairStatus> status = held.isEmpty()
                ? Optional.empty()
                : sources.board().pairs(pair.target()).stream()
                        .filter(each -> each.pair().equals(pair))
                        .findFirst();
        Instant now = sources.board().now().at();
        return ExplanationView.of(
                pair,
                sources.setup().selection().catalogue().file(pair.list()),
                status.map(each -> MemoryView.of(each, held, now)).orElse(null),
                status.map(PairStatus::recent).orElse(List.of()));
    }

    private Outlook outlook(Optional<Held> held, Explanation explanation) {
        return Outlook.of(
                held,
                explanation.verdict(),
                explanation.health(),
                sources.board().now().at());
    }

    private Optional<ResolverStatus> resolver(ResolverId id) {
        return sources.board().now().resolvers().stream()
                .filter(each -> each.resolver().equals(id))
                .findFirst();
    }
}
