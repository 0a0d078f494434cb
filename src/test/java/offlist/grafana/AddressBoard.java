package offlist.grafana;

import static offlist.grafana.Board.Section;

import java.util.List;

/** The story of one address. */
final class AddressBoard {
    static final String UID = "offlist-address";

    private static final String LISTING = "offlist_listing{@, address='$address', list=~'$list'}";
    private static final String ON = "group by (list) (" + LISTING + ")";

    private AddressBoard() {}

    static Board board() {
        return new Board(
                UID,
                "Offlist / Address",
                "What lists say of one address, and what they said before.",
                Board.with(Variable.address(), Variable.list()),
                List.of(Mark.named(", address='$address', list=~'$list'")),
                List.of(now(), history(), around()));
    }

    private static Section now() {
        return Section.of(
                "Now",
                Panel.stat("On lists", "How many lists have the address.", "short", 6)
                        .of(Query.now("lists", "count(" + ON + ") or vector(0)"))
                        .steps("green", 1, "orange")
                        .leadsTo(new Link("Page of the address", "${offlist_url}/addresses/${address}", true)),
                Panel.stat("Worst", "Severity of the worst open listing.", "short", 6)
                        .of(Query.now(
                                "severity",
                                "max(" + Codes.SEVERITY.expr("offlist_listing{@, address='$address', list=~'$list'")
                                        + ")"))
                        .otherwise("not listed")
                        .codes(Codes.SEVERITY),
                Panel.stat("Listed for", "Since when the address has been on some list without a break.", "s", 6)
                        .of(
                                Query.now(
                                        "oldest",
                                        "time() - min(offlist_listing_opened_timestamp_seconds{@, address='$address', list=~'$list'})"))
                        .otherwise("not listed")
                        .steps("green", 86400, "yellow", 604800, "orange"),
                Panel.stat(
                                "Listed part of the time",
                                "Of the time that is shown and was scraped, the part in which at least one list had the address.",
                                "percentunit",
                                6)
                        .of(Query.now("listed", """
                                count_over_time((count(offlist_listing{@, address='$address', list=~'$list'}))[$__range:])
                                  / on () count_over_time((count(offlist_build_info{@}))[$__range:])
                                """))
                        .otherwise("never")
                        .max(1)
                        .steps("green", 0.01, "yellow", 0.5, "orange"),
                Panel.table("Open listings", "Which lists have the address, why, and how long they have had it.", 24, 6)
                        .of(Query.rows("""
                                max by (address, list, severity, reason) (
                                  (time() - offlist_listing_opened_timestamp_seconds{@, address='$address', list=~'$list'})
                                    * on (job, instance, address, list, pool) group_left (severity, reason) offlist_listing{@, address='$address'})
                                """))
                        .otherwise("not listed")
                        .shows("list", "severity", "reason", "Value=listed for", "address")
                        .column("listed for", "s")
                        .column("address", Link.address(true))
                        .column("list", Link.list(true))
                        .sorted("listed for", true));
    }

    private static Section history() {
        return Section.of(
                "History",
                Panel.states(
                                "On which list when",
                                "A bar wherever a list had the address, in the colour of the severity. A gap is a time in which it was not listed, or nothing was scraped.",
                                24,
                                9)
                        .of(Query.range(
                                "{{list}}",
                                "max by (list) ("
                                        + Codes.SEVERITY.expr("offlist_listing{@, address='$address', list=~'$list'")
                                        + ")"))
                        .otherwise("not listed in this time")
                        .codes(Codes.SEVERITY)
                        .leadsTo(Link.list(false)),
                Panel.lines(
                                "Listed for",
                                "How old each listing was: a line that falls to nothing has ended, one that begins anew was listed again.",
                                "s",
                                12,
                                8)
                        .of(
                                Query.range(
                                        "{{list}}",
                                        "time() - min by (list) (offlist_listing_opened_timestamp_seconds{@, address='$address', list=~'$list'})"))
                        .otherwise("not listed in this time")
                        .leadsTo(Link.list(false)),
                Panel.bars(
                                "Listed part of the time, by list",
                                "Of the time that is shown and was scraped, the part in which the list had the address.",
                                "percentunit",
                                12,
                                8)
                        .of(Query.now("{{list}}", """
                                count_over_time((count by (list) (offlist_listing{@, address='$address', list=~'$list'}))[$__range:])
                                  / on () group_left () count_over_time((count(offlist_build_info{@}))[$__range:])
                                """))
                        .otherwise("never")
                        .max(1)
                        .leadsTo(Link.list(false)));
    }

    private static Section around() {
        return Section.of(
                "Around it",
                Panel.lines(
                                "Scores",
                                "What lists with scores say of the address; more is better. No line while such a list has no number.",
                                "short",
                                12,
                                8)
                        .of(
                                Query.range(
                                        "{{list}}",
                                        "max by (list) (offlist_score{@, address='$address', list=~'$list'})"),
                                Query.range("{{list}}: {{level}}", """
                                        max by (list, level) (offlist_score_threshold{@, list=~'$list'}
                                          and on (list) offlist_score{@, address='$address'})
                                        """))
                        .min(-5)
                        .bare()
                        .otherwise("no scores"),
                Panel.columns(
                                "Refusals because of its lists",
                                "Refusals that name a list while that list has the address. They may be about other addresses too: the page of the address shows its own.",
                                "short",
                                12,
                                8)
                        .of(Query.range("{{list}}", """
                                sum by (list) (increase(offlist_refusals_total{@, list=~'$list'}[$__rate_interval]))
                                  and on (list) max_over_time(offlist_listing{@, address='$address'}[$__rate_interval])
                                """))
                        .otherwise("none")
                        .leadsTo(new Link(
                                "Refusals of the address", "${offlist_url}/refusals?address=${address}", true)),
                Panel.table(
                                "Removal at its lists",
                                "What the lists that have the address made of requests in the last 90 days.",
                                24,
                                6)
                        .of(
                                Query.rows("max by (list) (offlist_removal_list_requests{@} and on (list) " + LISTING
                                        + ")"),
                                Query.rows("max by (list) (offlist_removal_list_success_ratio{@} and on (list) "
                                        + LISTING + ")"),
                                Query.rows("max by (list) (offlist_removal_list_relapse_ratio{@} and on (list) "
                                        + LISTING + ")"),
                                Query.rows(
                                        "max by (list) (offlist_removal_list_seconds{@, span='request_to_delisting', percentile='50'} and on (list) "
                                                + LISTING + ")"))
                        .merged()
                        .otherwise("nothing was asked")
                        .shows(
                                "list",
                                "Value #A=requests",
                                "Value #B=granted",
                                "Value #C=listed again",
                                "Value #D=median from request to delisting")
                        .column("list", Link.list(true))
                        .column("requests", "short")
                        .column("granted", "percentunit")
                        .column("listed again", "percentunit")
                        .column("median from request to delisting", "s"));
    }
}
