package offlist.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.DnsList;
import offlist.delist.WorkFilter;
import offlist.pool.IpAddress;
import offlist.pool.SourceStatus;
import offlist.track.Held;
import offlist.track.ListStatus;
import offlist.track.Listing;
import offlist.track.PairStatus;
import offlist.track.Status;

/** Gathers what each page shows. */
final class Pages {
    static final int MOST_LISTINGS = 100;
    static final int MOST_TRANSITIONS = 12;
    static final int MOST_TASKS = 12;

    private static final int ADDRESS_HISTORY = 20;

    private static final Comparator<ListStatus> ILL_FIRST = Comparator.comparing(
                    (ListStatus list) -> list.health().believable())
            .thenComparing(ListStatus::list);

    private final Sources sources;

    Pages(Sources sources) {
        this.sources = sources;
    }

    StartPage start(boolean refresh) {
        Status now = sources.board().now();
        Rows rows = new Rows(sources, now.at());
        List<ListingRow> shown =
                rows.incidents(now.open().stream().sorted(Rows.WORST_FIRST).toList(), MOST_LISTINGS);
        return new StartPage(
                Frame.of("Overview", now, refresh),
                Headline.of(now),
                pools(),
                trouble(now.at()),
                shown,
                rest(now.open().size(), shown),
                now.lists().stream()
                        .sorted(ILL_FIRST)
                        .map(list -> rows.list(list, now.open()))
                        .toList(),
                now.resolvers().stream()
                        .map(each -> new StartPage.ResolverRow(
                                each.resolver().value(),
                                each.state().label(),
                                each.cause(),
                                When.of(each.since(), now.at())))
                        .toList(),
                sources.journal().latest(MOST_TRANSITIONS).stream()
                        .map(each -> TransitionRow.of(each, now.at()))
                        .toList(),
                openTasks(now.at()),
                sources.tasks().tally(WorkFilter.FOR_A_PERSON));
    }

    AddressPage address(String text, boolean refresh) {
        AddressAnswers.Known known = new AddressAnswers(sources).known(text);
        Status status = sources.board().now();
        Instant now = status.at();
        Rows rows = new Rows(sources, now);
        List<Listing> open = known.pairs().stream()
                .flatMap(pair -> pair.listing().stream())
                .sorted(Rows.WORST_FIRST)
                .toList();
        return new AddressPage(
                Frame.of(known.target().text(), status, refresh),
                known.target().text(),
                known.target() instanceof IpAddress ip ? ip.v6() ? "IPv6 address" : "IPv4 address" : "Domain",
                known.pools(),
                AddressPage.sentence(known, (int) open.stream()
                        .filter(each -> !status.harmless().contains(each.list()))
                        .count()),
                rows.listings(open),
                known.pairs().stream()
                        .map(pair -> AddressPage.row(pair, held(pair), rows, now))
                        .sorted(AddressPage.ORDER)
                        .toList(),
                known.history().stream()
                        .limit(ADDRESS_HISTORY)
                        .map(each -> TransitionRow.of(each, now))
                        .toList(),
                known.tasks().stream().map(each -> TaskCard.of(each, rows, now)).toList());
    }

    /** Only where something happened of late: a clean pair has nothing to tell. */
    private Optional<Held> held(PairStatus pair) {
        return pair.recent().isEmpty() ? Optional.empty() : sources.board().held(pair.pair());
    }

    ListPage list(String id, boolean refresh) {
        DnsList list = new Wanted(sources.setup()).list(id);
        Status now = sources.board().now();
        Rows rows = new Rows(sources, now.at());
        List<Listing> open = now.open().stream()
                .filter(each -> each.list().equals(list.id()))
                .sorted(Rows.WORST_FIRST)
                .toList();
        List<ListingRow> shown = rows.incidents(open, MOST_LISTINGS);
        Optional<ListStatus> status = now.lists().stream()
                .filter(each -> each.list().equals(list.id()))
                .findFirst();
        return new ListPage(
                Frame.of(list.name(), now, refresh),
                new ListAnswers(sources).list(id),
                status.map(each -> rows.list(each, now.open())).orElse(null),
                shown,
                rest(open.size(), shown));
    }

    /** How many listings no row stands for. */
    private static int rest(int open, List<ListingRow> shown) {
        return open - shown.stream().mapToInt(row -> 1 + row.others()).sum();
    }

    private List<StartPage.PoolCard> pools() {
        return new PoolAnswers(sources)
                .pools().items().stream()
                        .map(pool -> new StartPage.PoolCard(
                                pool.name(), pool.labels(), pool.addresses(), pool.listed(), percent(pool)))
                        .toList();
    }

    private List<StartPage.SourceRow> trouble(Instant now) {
        return sources.setup().sources().stream()
                .filter(source ->
                        source.status() != SourceStatus.OK && !source.message().isEmpty())
                .map(source -> new StartPage.SourceRow(
                        source.pool().value(), source.id(), source.message(), When.of(source.since(), now)))
                .toList();
    }

    /** At least 2, so that one listed address in a thousand is seen. */
    private static int percent(PoolView pool) {
        return pool.listed() == 0 ? 0 : Math.max(2, pool.listed() * 100 / Math.max(1, pool.addresses()));
    }

    private List<TaskLine> openTasks(Instant now) {
        Rows rows = new Rows(sources, now);
        return sources.tasks().work(WorkFilter.FOR_A_PERSON, 0, MOST_TASKS).stream()
                .map(task -> TaskLine.of(task, rows, now))
                .toList();
    }
}
