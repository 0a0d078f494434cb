package offlist.grafana;

import static offlist.grafana.Board.Section;

import java.util.List;

/** How a pool stands, and what it is on. */
final class PoolBoard {
    static final String UID = "offlist-pool";

    private static final String CHOSEN = "{@, pool=~'$pool', list=~'$list', severity=~'$severity'}";

    private PoolBoard() {}

    static Board board() {
        return new Board(
                UID,
                "Offlist / Pool",
                "How a pool stands, what it is on, and what became of requests for it.",
                Board.with(Variable.pool(), Variable.list(), Variable.severity()),
                List.of(Mark.named(", pool=~'$pool', list=~'$list'")),
                List.of(now(), listings(), removal()));
    }

    private static Query state(String state) {
        return Query.now(state, "sum(offlist_pool_addresses{@, pool=~'$pool', state='" + state + "'})");
    }

    private static Section now() {
        return Section.of(
                "Now",
                Panel.stat("Listed", "Addresses and domains that are on at least one list.", "short", 4)
                        .of(state("listed"))
                        .steps("green", 1, "orange"),
                Panel.stat(
                                "Clean",
                                "On no list, and at least one list in good health was asked for a whole turn.",
                                "short",
                                4)
                        .of(state("clean"))
                        .steps("blue"),
                Panel.stat("Not known", "Nobody can say whether they are listed.", "short", 4)
                        .of(state("unknown"))
                        .steps("green", 1, "yellow"),
                Panel.stat("Listed part", "Listed addresses and domains of all in the pools.", "percentunit", 4)
                        .of(Query.now("listed", """
                                sum(offlist_pool_addresses{@, pool=~'$pool', state='listed'})
                                  / (sum(offlist_pool_addresses{@, pool=~'$pool'}) > 0)
                                """))
                        .otherwise("empty pool")
                        .steps("green", 0.01, "yellow", 0.1, "orange"),
                Panel.stat("Oldest listing", "How long the listing that was opened first has been open.", "s", 4)
                        .of(
                                Query.now(
                                        "oldest",
                                        "time() - min(offlist_listing_opened_timestamp_seconds{@, pool=~'$pool', list=~'$list'})"))
                        .otherwise("none")
                        .steps("green", 86400, "yellow", 604800, "orange"),
                Panel.stat(
                                "Sources that cannot be read",
                                "Where addresses come from; the last good answer is used instead.",
                                "short",
                                4)
                        .of(Query.now("sources", "sum(1 - offlist_pool_source_ok{@, pool=~'$pool'})"))
                        .steps("green", 1, "orange"));
    }

    private static Section listings() {
        return Section.of(
                "Listings",
                Panel.lines("By severity", "Open listings of the pools, by how bad they are.", "short", 12, 8)
                        .of(Query.range("{{severity}}", "sum by (severity) (offlist_listings" + CHOSEN + ")"))
                        .stacked()
                        .severities(),
                Panel.lines("By list", "Open listings of the pools; the ten lists that have most.", "short", 12, 8)
                        .of(Query.range("{{list}}", "topk(10, sum by (list) (offlist_listings" + CHOSEN + "))"))
                        .leadsTo(Link.list(false)),
                Panel.lines("State of addresses", "Listed, clean and unknown, with time.", "short", 12, 8)
                        .of(Query.range("{{state}}", "sum by (state) (offlist_pool_addresses{@, pool=~'$pool'})"))
                        .stacked()
                        .fixed("listed", "orange")
                        .fixed("clean", "green")
                        .fixed("unknown", "text"),
                Panel.columns("Came and went", "Listings of the pools that were opened and closed.", "short", 12, 8)
                        .of(
                                Query.range(
                                        "opened",
                                        "sum(increase(offlist_transitions_total{@, pool=~'$pool', list=~'$list', transition='opened'}[$__rate_interval]))"),
                                Query.range(
                                        "closed",
                                        "sum(increase(offlist_transitions_total{@, pool=~'$pool', list=~'$list', transition='closed'}[$__rate_interval]))"))
                        .fixed("opened", "orange")
                        .fixed("closed", "green"),
                Panel.table("Open listings", "Every open listing with why, and how long it has been open.", 24, 10)
                        .of(Query.rows("""
                                max by (address, list, pool, severity, reason) (
                                  (time() - offlist_listing_opened_timestamp_seconds{@, pool=~'$pool', list=~'$list'})
                                    * on (job, instance, address, list, pool) group_left (severity, reason) offlist_listing{@, severity=~'$severity'})
                                """))
                        .otherwise("nothing is listed")
                        .shows("address", "list", "severity", "reason", "pool", "Value=listed for")
                        .column("listed for", "s")
                        .column("address", Link.address(true))
                        .column("list", Link.list(true))
                        .column("pool", Link.pool(true))
                        .sorted("listed for", true));
    }

    private static Section removal() {
        return Section.of(
                "Removal, last 90 days",
                Panel.stat(
                                "Requests",
                                "How often lists were asked to let members of the pool go; each listing counts once.",
                                "short",
                                6)
                        .of(Query.now("{{pool}}", "sum by (pool) (offlist_removal_pool_requests{@, pool=~'$pool'})"))
                        .otherwise("none")
                        .steps("blue"),
                Panel.stat(
                                "Granted",
                                "Of the requests that were answered, the part that was granted.",
                                "percentunit",
                                6)
                        .of(Query.now(
                                "{{pool}}", "avg by (pool) (offlist_removal_pool_success_ratio{@, pool=~'$pool'})"))
                        .otherwise("none answered")
                        .steps("orange", 0.5, "yellow", 0.9, "green"),
                Panel.stat(
                                "Listed again",
                                "Of what was let go, the part that was listed again within 30 days.",
                                "percentunit",
                                6)
                        .of(Query.now(
                                "{{pool}}", "avg by (pool) (offlist_removal_pool_relapse_ratio{@, pool=~'$pool'})"))
                        .otherwise("none let go")
                        .steps("green", 0.1, "yellow", 0.3, "orange"),
                Panel.stat(
                                "Median from listing to delisting",
                                "Half of what was let go after a request took no longer.",
                                "s",
                                6)
                        .of(
                                Query.now(
                                        "{{pool}}",
                                        "max by (pool) (offlist_removal_pool_seconds{@, pool=~'$pool', span='listing_to_delisting', percentile='50'})"))
                        .otherwise("none let go")
                        .steps("blue"),
                Panel.bars(
                                "How long it takes",
                                "Median and ninth tenth of what a removal takes: until it was asked for, and until it was granted.",
                                "s",
                                24,
                                11)
                        .of(Query.now(
                                "{{pool}}: {{span}}, {{percentile}} %",
                                "max by (pool, span, percentile) (offlist_removal_pool_seconds{@, pool=~'$pool'})"))
                        .otherwise("none let go"));
    }
}
