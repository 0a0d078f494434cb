package offlist.grafana;

import static offlist.grafana.Board.Section;

import java.util.List;

/** Is anything wrong? The worst first. */
final class OverviewBoard {
    static final String UID = "offlist-overview";

    private static final String LISTED =
            "group by (address, list, severity) (offlist_listing{@, pool=~'$pool', list=~'$list', severity=~'$severity'})";
    private static final String NONE =
            "0 * group by (severity) (offlist_listings{@, pool=~'$pool', list=~'$list', severity=~'$severity'})";
    private static final String BEHIND = """
            offlist_oldest_answer_seconds{@, list=~'$list'}
              / on (job, instance, list) offlist_list_interval_seconds{@, list=~'$list', kind='planned'}
            """;

    /** One row for each thing that is wrong; the value is how bad it is, 4 the worst. */
    private static final String WRONG = """
            sort_desc(
              label_replace(4 * max by (address, list) (offlist_listing{@, pool=~'$pool', list=~'$list', severity='critical'}), 'what', 'listed', '', '')
              or label_replace(3 * max by (address, list) (offlist_listing{@, pool=~'$pool', list=~'$list', severity='major'}), 'what', 'listed', '', '')
              or label_replace(2 * max by (address, list) (offlist_listing{@, pool=~'$pool', list=~'$list', severity='minor'}), 'what', 'listed', '', '')
              or label_replace(3 * max by (list, state) (offlist_list_health{@, list=~'$list', state!~'healthy|unverified'} == 1), 'what', 'list in bad health', '', '')
              or label_replace(4 * label_join(max by (resolver, state) (offlist_resolver_health{@, state!~'healthy|unverified'} == 1), 'which', '', 'resolver'), 'what', 'resolver in bad health', '', '')
              or label_replace(2 + 0 * max by (list) (offlist_oldest_answer_seconds{@, list=~'$list'} > on (job, instance, list) 3 * offlist_list_interval_seconds{@, kind='planned'}), 'what', 'asked too late', '', '')
              or label_replace(3 + label_join(max by (pool, source) (offlist_pool_source_ok{@, pool=~'$pool'} == 0), 'which', '', 'source'), 'what', 'pool source cannot be read', '', '')
              or label_replace(3 + label_join(max by (source) (offlist_bounce_source_ok{@} == 0), 'which', '', 'source'), 'what', 'bounces cannot be read', '', '')
              or label_replace(4 + 0 * label_join(max by (receiver) (offlist_outbox_oldest_seconds{@} > 600), 'which', '', 'receiver'), 'what', 'receiver is not told', '', '')
              or label_replace(3 + label_join(max by (instance) (offlist_config_last_reload_successful{@} == 0), 'which', '', 'instance'), 'what', 'configuration not taken', '', '')
            )
            """;

    private OverviewBoard() {}

    static Board board() {
        return new Board(
                UID,
                "Offlist / Overview",
                "Whether anything is wrong, and the worst of it first.",
                Board.with(Variable.pool(), Variable.list(), Variable.severity()),
                List.of(Mark.counted(", pool=~'$pool', list=~'$list'")),
                List.of(now(), worst(), time(), health()));
    }

    /** One query for each, so that the worst stands first. */
    private static Query severity(String severity) {
        return Query.now(
                "{{severity}}",
                ("count by (severity) (" + LISTED + ") or " + NONE)
                        .replace("severity=~'$severity'", "severity=~'$severity', severity='" + severity + "'"));
    }

    private static Section now() {
        return Section.of(
                "Now",
                Panel.stat(
                                "Open listings",
                                "Pairs of address and list, each once however many pools the address is in.",
                                "short",
                                8)
                        .of(severity("critical"), severity("major"), severity("minor"), severity("informational"))
                        .named()
                        .fromOne("critical", "dark-red")
                        .fromOne("major", "orange")
                        .fromOne("minor", "yellow")
                        .fromOne("informational", "blue")
                        .leadsTo(Link.tasks()),
                Panel.stat(
                                "Listed addresses",
                                "Addresses and domains of the pools that are on at least one list.",
                                "short",
                                4)
                        .of(Query.now("listed", "sum(offlist_pool_addresses{@, pool=~'$pool', state='listed'})"))
                        .steps("green", 1, "orange"),
                Panel.stat(
                                "Not known",
                                "Addresses and domains of which nobody can say whether they are listed: no list in good health was asked for a whole turn.",
                                "short",
                                4)
                        .of(Query.now("unknown", "sum(offlist_pool_addresses{@, pool=~'$pool', state='unknown'})"))
                        .steps("green", 1, "yellow"),
                Panel.stat("Oldest listing", "How long the listing that was opened first has been open.", "s", 4)
                        .of(
                                Query.now(
                                        "oldest",
                                        "time() - min(offlist_listing_opened_timestamp_seconds{@, pool=~'$pool', list=~'$list'})"))
                        .otherwise("none")
                        .steps("green", 86400, "yellow", 604800, "orange"),
                Panel.stat(
                                "Coverage",
                                "Lists whose oldest answer is no older than two of their intervals, of those that completed a turn.",
                                "percentunit",
                                4)
                        .of(Query.now(
                                "in time",
                                "count(" + BEHIND + " <= 2) / count(offlist_oldest_answer_seconds{@, list=~'$list'})"))
                        .otherwise("no turn yet")
                        .max(1)
                        .steps("orange", 0.9, "yellow", 1, "green"));
    }

    private static Section worst() {
        return Section.of(
                "Wrong now, worst first",
                Panel.table(
                                "What is wrong",
                                "Listings that are not only informational, lists and resolvers that cannot be believed, and what keeps Offlist from asking or telling. Empty is good.",
                                14,
                                10)
                        .of(Query.rows(WRONG))
                        .otherwise("nothing")
                        .shows("Value=severity", "what", "address", "list", "state", "which")
                        .column("severity", Codes.SEVERITY)
                        .column("address", Link.address(true))
                        .column("list", Link.list(true))
                        .sorted("severity", true),
                Panel.table(
                                "Longest listed",
                                "The twenty open listings that were opened first, with why the list has them.",
                                10,
                                10)
                        .of(Query.rows("""
                                topk(20, max by (address, list, severity, reason) (
                                  (time() - offlist_listing_opened_timestamp_seconds{@, pool=~'$pool', list=~'$list'})
                                    * on (job, instance, address, list, pool) group_left (severity, reason) offlist_listing{@, severity=~'$severity'}))
                                """))
                        .otherwise("nothing is listed")
                        .shows("Value=listed for", "address", "list", "severity", "reason")
                        .column("listed for", "s")
                        .column("address", Link.address(true))
                        .column("list", Link.list(true))
                        .sorted("listed for", true));
    }

    private static Section time() {
        return Section.of(
                "Over time",
                Panel.lines(
                                "Open listings by severity",
                                "Pairs of address and list, each once. A listing ends when the list says so, never because a check failed.",
                                "short",
                                12,
                                8)
                        .of(Query.range("{{severity}}", "count by (severity) (" + LISTED + ") or " + NONE))
                        .stacked()
                        .severities(),
                Panel.columns(
                                "Came and went",
                                "Listings that were opened and closed, counted in each pool that the address is in.",
                                "short",
                                12,
                                8)
                        .of(
                                Query.range(
                                        "opened",
                                        "sum(increase(offlist_transitions_total{@, pool=~'$pool', list=~'$list', transition='opened'}[$__rate_interval]))"),
                                Query.range(
                                        "closed",
                                        "sum(increase(offlist_transitions_total{@, pool=~'$pool', list=~'$list', transition='closed'}[$__rate_interval]))"))
                        .fixed("opened", "orange")
                        .fixed("closed", "green"),
                Panel.lines(
                                "Listed part of each pool",
                                "Addresses and domains that are on at least one list, of all in the pool.",
                                "percentunit",
                                12,
                                8)
                        .of(Query.range("{{pool}}", """
                                sum by (pool) (offlist_pool_addresses{@, pool=~'$pool', state='listed'})
                                  / sum by (pool) (offlist_pool_addresses{@, pool=~'$pool'})
                                """))
                        .leadsTo(Link.pool(false)),
                Panel.lines(
                                "Lists with the most listings",
                                "The ten lists that have most of the pools now and had before.",
                                "short",
                                12,
                                8)
                        .of(
                                Query.range(
                                        "{{list}}",
                                        "topk(10, count by (list) (" + LISTED
                                                + ") or 0 * group by (list) (offlist_listings{@, pool=~'$pool', list=~'$list'}))"))
                        .leadsTo(Link.list(false)));
    }

    private static Section health() {
        return Section.of(
                "Lists and resolvers",
                Panel.states(
                                "Health of lists",
                                "What the test points of each list say. Only a healthy list opens or closes listings.",
                                12,
                                10)
                        .of(Query.range(
                                "{{list}}",
                                "max by (list) (" + Codes.LIST.expr("offlist_list_health{@, list=~'$list'") + ")"))
                        .codes(Codes.LIST)
                        .leadsTo(Link.list(false)),
                Panel.states(
                                "Health of resolvers",
                                "The worst of what was seen of each resolver that Offlist asks through.",
                                12,
                                10)
                        .of(Query.range(
                                "{{resolver}}",
                                "max by (resolver) (" + Codes.RESOLVER.expr("offlist_resolver_health{@") + ")"))
                        .codes(Codes.RESOLVER),
                Panel.table(
                                "Lists",
                                "What each list has of ours, whether it is asked as often as wanted, and what is unknown.",
                                24,
                                10)
                        .of(
                                Query.rows("max by (list) (" + Codes.LIST.expr("offlist_list_health{@, list=~'$list'")
                                        + ")"),
                                Query.rows("sum by (list) (offlist_listings{@, pool=~'$pool', list=~'$list'})"),
                                Query.rows("max by (list) (offlist_unknown_pairs{@, list=~'$list'})"),
                                Query.rows(
                                        "max by (list) (offlist_list_interval_seconds{@, list=~'$list', kind='wanted'})"),
                                Query.rows(
                                        "max by (list) (offlist_list_interval_seconds{@, list=~'$list', kind='planned'})"),
                                Query.rows("max by (list) (offlist_oldest_answer_seconds{@, list=~'$list'})"),
                                Query.rows("max by (list) (" + BEHIND + ")"))
                        .merged()
                        .shows(
                                "list",
                                "Value #A=health",
                                "Value #B=listings",
                                "Value #C=unknown",
                                "Value #D=wanted interval",
                                "Value #E=planned interval",
                                "Value #F=oldest answer",
                                "Value #G=behind")
                        .column("list", Link.list(true))
                        .column("health", Codes.LIST)
                        .column("listings", "short")
                        .column("unknown", "short")
                        .column("wanted interval", "s")
                        .column("planned interval", "s")
                        .column("oldest answer", "s")
                        .column("behind", "none")
                        .decimals(1)
                        .sorted("listings", true));
    }
}
