package offlist.grafana;

import static offlist.grafana.Board.Section;

import java.util.List;

/** What is to be done, what was asked of lists, and what came back. */
final class RemovalBoard {
    static final String UID = "offlist-removal";

    /** Lists without a task are many. */
    private static final String WITH_TASKS =
            " and on (list) sum by (list) (offlist_removal_tasks{@, list=~'$list'}) > 0";

    private RemovalBoard() {}

    static Board board() {
        return new Board(
                UID,
                "Offlist / Removal and bounces",
                "Removal tasks, what lists make of requests, tickets, and the refusals that name lists.",
                Board.with(Variable.list()),
                List.of(Mark.counted(", list=~'$list'")),
                List.of(tasks(), requests(), bounces()));
    }

    private static Panel task(String title, String description, String states, String color) {
        return Panel.stat(title, description, "short", 6)
                .of(Query.now("tasks", "sum(offlist_removal_tasks{@, list=~'$list', state=~'" + states + "'})"))
                .steps("green", 1, color)
                .leadsTo(Link.tasks());
    }

    private static Section tasks() {
        return Section.of(
                "Tasks",
                task("Can be asked", "The list would let go: somebody has to ask.", "ready", "blue"),
                task(
                        "Blocked",
                        "Asking now would be refused or make it worse: something has to be put right first.",
                        "blocked",
                        "orange"),
                task("Overdue", "It should have let go by now.", "overdue", "orange"),
                task(
                        "Under way",
                        "Not looked at yet, being looked at, or asked for.",
                        "open|preparing|requested|waiting",
                        "blue"),
                Panel.lines("Tasks by state", "Removal tasks that are not closed.", "short", 12, 8)
                        .of(Query.range(
                                "{{state}}",
                                "sum by (state) (offlist_removal_tasks{@, list=~'$list', state!='closed'})"))
                        .stacked()
                        .tasks()
                        .leadsTo(Link.tasks()),
                Panel.table(
                                "Tasks by list",
                                "How many tasks of each list, or receiver, need a person, and how many are closed.",
                                12,
                                8)
                        .of(
                                Query.rows("sum by (list) (offlist_removal_tasks{@, list=~'$list', state='ready'})"
                                        + WITH_TASKS),
                                Query.rows("sum by (list) (offlist_removal_tasks{@, list=~'$list', state='blocked'})"
                                        + WITH_TASKS),
                                Query.rows("sum by (list) (offlist_removal_tasks{@, list=~'$list', state='overdue'})"
                                        + WITH_TASKS),
                                Query.rows(
                                        "sum by (list) (offlist_removal_tasks{@, list=~'$list', state=~'requested|waiting'})"
                                                + WITH_TASKS),
                                Query.rows("sum by (list) (offlist_removal_tasks{@, list=~'$list', state='closed'})"
                                        + WITH_TASKS))
                        .merged()
                        .shows(
                                "list",
                                "Value #A=can be asked",
                                "Value #B=blocked",
                                "Value #C=overdue",
                                "Value #D=asked",
                                "Value #E=closed")
                        .column("list", Link.list(true)));
    }

    private static Section requests() {
        return Section.of(
                "Requests, last 90 days",
                Panel.table("What lists make of requests", "Asked, granted, listed again, and how long it took.", 14, 8)
                        .of(
                                Query.rows("max by (list) (offlist_removal_list_requests{@, list=~'$list'})"),
                                Query.rows("max by (list) (offlist_removal_list_success_ratio{@, list=~'$list'})"),
                                Query.rows("max by (list) (offlist_removal_list_relapse_ratio{@, list=~'$list'})"),
                                Query.rows(
                                        "max by (list) (offlist_removal_list_seconds{@, list=~'$list', span='listing_to_request', percentile='50'})"),
                                Query.rows(
                                        "max by (list) (offlist_removal_list_seconds{@, list=~'$list', span='request_to_delisting', percentile='50'})"),
                                Query.rows(
                                        "max by (list) (offlist_removal_list_seconds{@, list=~'$list', span='listing_to_delisting', percentile='50'})"))
                        .merged()
                        .otherwise("nothing was asked")
                        .shows(
                                "list",
                                "Value #A=requests",
                                "Value #B=granted",
                                "Value #C=listed again",
                                "Value #D=until asked",
                                "Value #E=until let go",
                                "Value #F=in all")
                        .column("list", Link.list(true))
                        .column("granted", "percentunit")
                        .column("listed again", "percentunit")
                        .column("until asked", "s")
                        .column("until let go", "s")
                        .column("in all", "s"),
                Panel.bars(
                                "How long listings lasted",
                                "Listings that lists ended in the time that is shown, asked for or not: half of them lasted no longer.",
                                "s",
                                10,
                                8)
                        .of(Query.now("{{list}}", """
                                histogram_quantile(0.5, sum by (list, le) (increase(offlist_listing_duration_seconds_bucket{@, list=~'$list'}[$__range])))
                                  and on (list) sum by (list) (increase(offlist_listing_duration_seconds_count{@}[$__range])) > 0
                                """))
                        .otherwise("none ended")
                        .leadsTo(Link.list(false)),
                Panel.columns("Tickets", "Attempts to make, change or close tickets, by outcome.", "short", 24, 6)
                        .of(
                                Query.range(
                                        "{{system}} {{outcome}}",
                                        "sum by (system, outcome) (increase(offlist_ticket_changes_total{@}[$__rate_interval]))"))
                        .otherwise("no ticket system")
                        .fixedEnding("taken", "green")
                        .fixedEnding("delayed", "yellow")
                        .fixedEnding("refused", "orange")
                        .fixedEnding("barred", "red")
                        .fixedEnding("given_up", "dark-red"));
    }

    private static Section bounces() {
        return Section.of(
                "Bounces",
                Panel.columns(
                                "Refusals that name a list",
                                "Refusals by recipients' servers, by the list that they name.",
                                "short",
                                12,
                                8)
                        .of(Query.range("{{list}}", """
                                sum by (list) (increase(offlist_refusals_total{@, list=~'$list', list!='none'}[$__rate_interval])) > 0
                                """))
                        .otherwise("none")
                        .leadsTo(Link.refusals()),
                Panel.columns(
                                "The list disagrees",
                                "Refusals that name a list which, asked at once, does not have the address: the recipient's server has an old copy, or misreads a refusal.",
                                "short",
                                12,
                                8)
                        .of(
                                Query.range(
                                        "{{list}}",
                                        "sum by (list) (increase(offlist_refusal_disagreements_total{@, list=~'$list'}[$__rate_interval])) > 0"))
                        .otherwise("never")
                        .leadsTo(Link.refusals()),
                Panel.bars(
                                "Refusals for each open listing",
                                "Refusals in the time that is shown that name a list, beside what the list has of ours: where a listing hurts.",
                                "short",
                                24,
                                7)
                        .of(Query.now("{{list}}", """
                                sum by (list) (increase(offlist_refusals_total{@, list=~'$list', list!='none'}[$__range]))
                                  / on (list) (count by (list) (group by (address, list) (offlist_listing{@, list=~'$list'})))
                                """))
                        .otherwise("none")
                        .leadsTo(Link.list(false)));
    }
}
