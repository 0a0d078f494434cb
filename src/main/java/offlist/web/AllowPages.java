package offlist.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import offlist.journal.PoolHistory;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.IpRange;
import org.jspecify.annotations.Nullable;

/** Gathers what the page of the addresses of a pool shows. */
final class AllowPages {
    static final int MOST_NETWORKS = 200;
    static final int MOST_CHANGES = 50;

    private static final Duration BACK = Duration.ofDays(7);

    private final Sources sources;
    private final AllowAnswers answers;

    AllowPages(Sources sources, PoolHistory history) {
        this.sources = sources;
        this.answers = new AllowAnswers(sources, history);
    }

    AllowPage page(String pool) {
        AllowList list = answers.list(pool);
        Instant now = answers.now();
        DomainName name = AllowAnswers.name(list, Optional.empty());
        Optional<SpfRecords> spf = SpfRecords.of(name, list.networks().iterator());
        List<String> networks =
                list.networks().limit(MOST_NETWORKS).map(IpRange::toString).toList();
        return new AllowPage(
                Frame.still("Addresses of " + list.name(), sources.board().now()),
                list.name().value(),
                list.count().v4(),
                list.count().v6(),
                list.changedAt().map(at -> When.of(at, now)).orElse(null),
                networks,
                list.networks().count() - networks.size(),
                spf.map(records -> AllowAnswers.zoneFile(list, records, name).collect(Collectors.joining("\n")))
                        .orElse(""),
                spf.isPresent() ? "" : AllowAnswers.tooLarge(list),
                BACK.toDays(),
                changes(list, now.minus(BACK)));
    }

    private AllowPage.@Nullable Changes changes(AllowList list, Instant since) {
        try {
            PoolHistory.Changes.Known known = answers.since(list, since);
            return new AllowPage.Changes(
                    first(known.added()), first(known.removed()), more(known.added()), more(known.removed()));
        } catch (ProblemException unknown) {
            return null;
        }
    }

    private static List<String> first(Collection<IpAddress> addresses) {
        return addresses.stream().limit(MOST_CHANGES).map(IpAddress::text).toList();
    }

    private static int more(Collection<IpAddress> addresses) {
        return Math.max(0, addresses.size() - MOST_CHANGES);
    }
}
