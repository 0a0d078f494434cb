package offlist.grafana;

import static offlist.grafana.Board.Section;

import java.util.List;

/** How the servers of recipients take our mail. */
final class RecipientsBoard {
    static final String UID = "offlist-recipients";

    private static final String OF_LISTS = "public_list|private_list|domain_list";

    private RecipientsBoard() {}

    static Board board() {
        return new Board(
                UID,
                "Offlist / Recipients",
                "How the servers of recipients take our mail, and what they say when they do not. Which recipient refuses which address stands on the page Refusals.",
                Board.with(Variable.list()),
                List.of(Mark.counted(", list=~'$list'")),
                List.of(now(), time(), own(), complaints()));
    }

    private static Panel refused(String title, String description, String classes, String color) {
        return Panel.stat(title, description, "short", 6)
                .of(Query.now(
                        "refusals", "sum(increase(offlist_refusals_total{@, class=~'" + classes + "'}[$__range]))"))
                .decimals(0)
                .steps("green", 1, color)
                .leadsTo(Link.refusals());
    }

    private static Section now() {
        return Section.of(
                "In the time that is shown",
                refused(
                        "Because of lists",
                        "Refusals because of a list: public, of the recipient's own, or of domains.",
                        OF_LISTS,
                        "orange"),
                refused("Too much at once", "Refusals because of how much was sent.", "rate_limit", "yellow"),
                refused(
                        "Names and keys",
                        "Refusals because of reverse DNS or because the sender was not authenticated.",
                        "rdns_policy|authentication",
                        "yellow"),
                refused(
                        "Content and policy",
                        "Refusals because of what was sent, or of a rule of the recipient's.",
                        "content|policy",
                        "yellow"));
    }

    private static Section time() {
        return Section.of(
                "Refusals",
                Panel.columns("By class", "What the refusals were about.", "short", 12, 9)
                        .of(Query.range(
                                "{{class}}",
                                "sum by (class) (increase(offlist_refusals_total{@}[$__rate_interval])) > 0"))
                        .otherwise("none")
                        .leadsTo(Link.refusals()),
                Panel.columns("By list", "Which list the refusals name; `none` where they name none.", "short", 12, 9)
                        .of(
                                Query.range(
                                        "{{list}}",
                                        "sum by (list) (increase(offlist_refusals_total{@, list=~'$list|none'}[$__rate_interval])) > 0"))
                        .otherwise("none")
                        .leadsTo(Link.refusals()),
                Panel.table("Class and list", "Refusals in the time that is shown.", 12, 8)
                        .of(Query.rows("sum by (class, list) (increase(offlist_refusals_total{@}[$__range])) > 0"))
                        .otherwise("none")
                        .shows("class", "list", "Value=refusals")
                        .column("list", Link.list(true))
                        .column("refusals", "short")
                        .decimals(0)
                        .sorted("refusals", true),
                Panel.bars(
                                "Wrong look-ups of recipients",
                                "Part of the refusals that name a list which, asked at once, does not have the address.",
                                "percentunit",
                                12,
                                8)
                        .of(Query.now("{{list}}", """
                                sum by (list) (increase(offlist_refusal_disagreements_total{@, list=~'$list'}[$__range]))
                                  / on (list) (sum by (list) (increase(offlist_refusals_total{@, list=~'$list', list!='none'}[$__range])) > 0)
                                """))
                        .max(1)
                        .otherwise("none"));
    }

    private static Section own() {
        return Section.of(
                "Judgements of their own",
                Panel.columns(
                                "Private lists",
                                "Refusals by a list of the recipient's own that no DNS shows.",
                                "short",
                                12,
                                8)
                        .of(Query.range(
                                "refusals",
                                "sum(increase(offlist_refusals_total{@, class='private_list'}[$__rate_interval]))")),
                Panel.table(
                                "Removal tasks at recipients",
                                "Recipients that block by their own judgement, with the tasks that ask them to take mail again. They stand where else the list does.",
                                12,
                                8)
                        .of(Query.rows("""
                                sum by (list, state) (offlist_removal_tasks{@} unless on (job, instance, list) offlist_list_health{@}) > 0
                                """))
                        .otherwise("none")
                        .shows("list=recipient", "state", "Value=tasks")
                        .column("tasks", "short"));
    }

    private static Section complaints() {
        return Section.of(
                "Complaints",
                Panel.columns(
                                "Complaints",
                                "Recipients who complained about messages from addresses of the pools, by what they complained of.",
                                "short",
                                12,
                                8)
                        .of(Query.range(
                                "{{type}}",
                                "sum by (type) (increase(offlist_complaints_total{@}[$__rate_interval])) > 0"))
                        .otherwise("none")
                        .leadsTo(Link.refusals()),
                Panel.table("Complaints by pool", "Complaints in the time that is shown.", 12, 8)
                        .of(Query.rows("sum by (pool, type) (increase(offlist_complaints_total{@}[$__range])) > 0"))
                        .otherwise("none")
                        .shows("pool", "type", "Value=complaints")
                        .column("pool", Link.pool(true))
                        .column("complaints", "short")
                        .decimals(0)
                        .sorted("complaints", true));
    }
}
