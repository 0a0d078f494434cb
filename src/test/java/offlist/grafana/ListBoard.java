package offlist.grafana;

import static offlist.grafana.Board.Section;

import java.util.List;

/** Whether a list can be believed, what it costs to ask it, and how it lets go. */
final class ListBoard {
    static final String UID = "offlist-list";

    private ListBoard() {}

    static Board board() {
        return new Board(
                UID,
                "Offlist / List",
                "Health of a list, what it has of ours, its budget and speed, and how long it takes to let go.",
                Board.with(Variable.list(), Variable.pool(), Variable.severity()),
                List.of(Mark.counted(", pool=~'$pool', list=~'$list'")),
                List.of(health(), ours(), asking(), answers(), removal()));
    }

    private static Section health() {
        return Section.of(
                "Health",
                Panel.states(
                                "Health",
                                "What the test points of the list say. Only a healthy list opens or closes listings.",
                                16,
                                7)
                        .of(Query.range(
                                "{{list}}",
                                "max by (list) (" + Codes.LIST.expr("offlist_list_health{@, list=~'$list'") + ")"))
                        .codes(Codes.LIST)
                        .leadsTo(Link.list(false)),
                Panel.lines(
                                "Unknown",
                                "Addresses and domains whose last check on the list had no definite answer. What was known before stays.",
                                "short",
                                8,
                                7)
                        .of(Query.range("{{list}}", "max by (list) (offlist_unknown_pairs{@, list=~'$list'})")));
    }

    private static Section ours() {
        return Section.of(
                "What it has of ours",
                Panel.lines("Open listings", "Of the chosen pools, by severity.", "short", 12, 8)
                        .of(
                                Query.range(
                                        "{{list}} {{severity}}",
                                        "sum by (list, severity) (offlist_listings{@, pool=~'$pool', list=~'$list', severity=~'$severity'})"))
                        .stacked(),
                Panel.columns("Came and went", "Listings that were opened, closed, or got other codes.", "short", 12, 8)
                        .of(
                                Query.range(
                                        "{{transition}}",
                                        "sum by (transition) (increase(offlist_transitions_total{@, pool=~'$pool', list=~'$list'}[$__rate_interval]))"))
                        .fixed("opened", "orange")
                        .fixed("closed", "green")
                        .fixed("changed", "blue"),
                Panel.table("Addresses", "Ours that the list has, why, and how long it has had them.", 16, 9)
                        .of(Query.rows("""
                                max by (address, list, severity, reason) (
                                  (time() - offlist_listing_opened_timestamp_seconds{@, pool=~'$pool', list=~'$list'})
                                    * on (job, instance, address, list, pool) group_left (severity, reason) offlist_listing{@, severity=~'$severity'})
                                """))
                        .otherwise("nothing is listed")
                        .shows("address", "list", "severity", "reason", "Value=listed for")
                        .column("listed for", "s")
                        .column("address", Link.address(true))
                        .column("list", Link.list(true))
                        .sorted("listed for", true),
                Panel.lines(
                                "Flapping",
                                "Open listings that came and went too often; they close only after a time of calm.",
                                "short",
                                8,
                                9)
                        .of(Query.range("{{list}}", "max by (list) (offlist_flapping_pairs{@, list=~'$list'})")));
    }

    private static Section asking() {
        return Section.of(
                "How often it is asked",
                Panel.lines(
                                "Interval",
                                "Time of one turn over the pools: as wanted, as it fits the limits of the list, and as the last turn took.",
                                "s",
                                12,
                                8)
                        .of(Query.range(
                                "{{list}} {{kind}}",
                                "max by (list, kind) (offlist_list_interval_seconds{@, list=~'$list'})"))
                        .logarithmic(),
                Panel.lines(
                                "Age of the oldest answer, in intervals",
                                "Above three the daemon does not keep up.",
                                "short",
                                12,
                                8)
                        .of(Query.range("{{list}}", """
                                max by (list) (offlist_oldest_answer_seconds{@, list=~'$list'}
                                  / on (job, instance, list) offlist_list_interval_seconds{@, kind='planned'})
                                """))
                        .otherwise("no turn yet")
                        .steps("transparent", 3, "orange")
                        .marked(),
                Panel.lines(
                                "Questions in a day",
                                "As wanted, as planned, what the list leaves, and what the last 24 hours may have held.",
                                "short",
                                12,
                                8)
                        .of(Query.range(
                                "{{list}} {{kind}}",
                                "max by (list, kind) (offlist_list_questions_per_day{@, list=~'$list'})"))
                        .logarithmic(),
                Panel.bars(
                                "Used of the limit",
                                "What the last 24 hours may have held of what the list leaves.",
                                "percentunit",
                                12,
                                8)
                        .of(Query.now("{{list}}", """
                                max by (list) (offlist_list_questions_per_day{@, list=~'$list', kind='used'}
                                  / ignoring (kind) offlist_list_questions_per_day{@, list=~'$list', kind='limit'})
                                """))
                        .max(1)
                        .steps("green", 0.8, "yellow", 0.95, "orange")
                        .otherwise("no limit"));
    }

    private static Section answers() {
        return Section.of(
                "Answers",
                Panel.lines("Checks", "Checks a second, by what the list said.", "reqps", 12, 8)
                        .of(Query.range(
                                "{{verdict}}",
                                "sum by (verdict) (rate(offlist_checks_total{@, list=~'$list'}[$__rate_interval]))"))
                        .stacked()
                        .fixed("listed", "orange")
                        .fixed("not_listed", "green")
                        .fixed("refused", "purple")
                        .fixed("failed", "red"),
                Panel.lines("Failures", "Checks a second without a usable answer, by cause.", "reqps", 12, 8)
                        .of(Query.range("{{cause}}", """
                                sum by (cause) (rate(offlist_check_failures_total{@, list=~'$list'}[$__rate_interval])) > 0
                                """))
                        .otherwise("none")
                        .stacked(),
                Panel.lines(
                                "Time to the verdict",
                                "Median and 99th percentile, from the question to the verdict.",
                                "s",
                                12,
                                8)
                        .of(Query.range("{{list}} median", """
                                        histogram_quantile(0.5, sum by (list, le) (rate(offlist_check_seconds_bucket{@, list=~'$list'}[$__rate_interval])))
                                        """), Query.range("{{list}} 99 %", """
                                        histogram_quantile(0.99, sum by (list, le) (rate(offlist_check_seconds_bucket{@, list=~'$list'}[$__rate_interval])))
                                        """))
                        .logarithmic(),
                Panel.heat("Times to the verdict", "How many checks took how long.", "s", 12, 8)
                        .of(
                                Query.heat(
                                        "sum by (le) (increase(offlist_check_seconds_bucket{@, list=~'$list'}[$__rate_interval]))")));
    }

    private static Section removal() {
        return Section.of(
                "How it lets go",
                Panel.stat(
                                "Median listing",
                                "Half of the listings that the list ended in the time that is shown lasted no longer, asked for or not.",
                                "s",
                                6)
                        .of(Query.now("{{list}}", """
                                histogram_quantile(0.5, sum by (list, le) (increase(offlist_listing_duration_seconds_bucket{@, list=~'$list'}[$__range])))
                                  and on (list) sum by (list) (increase(offlist_listing_duration_seconds_count{@}[$__range])) > 0
                                """))
                        .otherwise("none ended")
                        .steps("blue"),
                Panel.stat("Requests", "How often it was asked to let go in the last 90 days.", "short", 6)
                        .of(Query.now("{{list}}", "max by (list) (offlist_removal_list_requests{@, list=~'$list'})"))
                        .otherwise("none")
                        .steps("blue"),
                Panel.stat(
                                "Granted",
                                "Of the requests that it answered in the last 90 days, the part that it granted.",
                                "percentunit",
                                6)
                        .of(Query.now(
                                "{{list}}", "max by (list) (offlist_removal_list_success_ratio{@, list=~'$list'})"))
                        .otherwise("none answered")
                        .steps("orange", 0.5, "yellow", 0.9, "green"),
                Panel.stat(
                                "Listed again",
                                "Of what it let go in the last 90 days, the part that it listed again within 30 days.",
                                "percentunit",
                                6)
                        .of(Query.now(
                                "{{list}}", "max by (list) (offlist_removal_list_relapse_ratio{@, list=~'$list'})"))
                        .otherwise("none let go")
                        .steps("green", 0.1, "yellow", 0.3, "orange"),
                Panel.bars(
                                "How long it takes",
                                "Median and ninth tenth in the last 90 days: until it was asked, and until it let go.",
                                "s",
                                12,
                                7)
                        .of(Query.now(
                                "{{list}}: {{span}}, {{percentile}} %",
                                "max by (list, span, percentile) (offlist_removal_list_seconds{@, list=~'$list'})"))
                        .otherwise("none let go"),
                Panel.lines("Removal tasks", "Tasks that are not closed, by state.", "short", 12, 7)
                        .of(Query.range(
                                "{{state}}",
                                "sum by (state) (offlist_removal_tasks{@, list=~'$list', state!='closed'})"))
                        .stacked()
                        .tasks()
                        .leadsTo(Link.tasks()));
    }
}
