package offlist.grafana;

import static offlist.grafana.Board.Section;

import java.util.List;

/** Whether Offlist itself is well. */
final class DaemonBoard {
    static final String UID = "offlist-daemon";

    private DaemonBoard() {}

    private static final Codes READ =
            new Codes("ok", List.of(new Codes.Code("not read", "orange"), new Codes.Code("read", "green")));

    static Board board() {
        return new Board(
                UID,
                "Offlist / Daemon",
                "Whether Offlist itself is well: rates, delay, losses, what it owes receivers, and the Java machine.",
                Board.with(Variable.list()),
                List.of(Mark.counted(", list=~'$list'")),
                List.of(now(), asking(), telling(), machine()));
    }

    private static Section now() {
        return Section.of(
                "Now",
                Panel.stat("Version", "Which version runs, on which Java.", "none", 4)
                        .of(Query.now("{{version}}, Java {{java}}", "group by (version, java) (offlist_build_info{@})"))
                        .nameOnly()
                        .steps("blue"),
                Panel.stat("Up for", "Since the last start.", "s", 4)
                        .of(Query.now("{{instance}}", "time() - process_start_time_seconds{@}"))
                        .steps("blue"),
                Panel.stat("Scraped", "Whether Prometheus reaches the daemon.", "short", 4)
                        .of(Query.now("{{instance}}", "1 + up{@}"))
                        .codes(new Codes("up", List.of(new Codes.Code("no", "red"), new Codes.Code("yes", "green"))))
                        .steps("red", 2, "green"),
                Panel.stat(
                                "Configuration",
                                "Whether the last reading of the file was taken. `offlist config check` says what is wrong.",
                                "short",
                                4)
                        .of(Query.now("{{instance}}", "1 + offlist_config_last_reload_successful{@}"))
                        .codes(new Codes(
                                "taken", List.of(new Codes.Code("not taken", "red"), new Codes.Code("taken", "green"))))
                        .steps("red", 2, "green"),
                Panel.stat("Configured", "How long ago a configuration was last taken.", "s", 4)
                        .of(Query.now(
                                "{{instance}}", "time() - offlist_config_last_reload_successful_timestamp_seconds{@}"))
                        .steps("blue"),
                Panel.stat("Oldest message", "Age of the oldest message that a receiver is still owed.", "s", 4)
                        .of(Query.now("{{receiver}}", "max(offlist_outbox_oldest_seconds{@})"))
                        .otherwise("no receivers")
                        .steps("green", 60, "yellow", 600, "orange"));
    }

    private static Section asking() {
        return Section.of(
                "Asking",
                Panel.lines(
                                "Questions and checks",
                                "Questions that left and checks that ended, a second; a retry is a question of its own.",
                                "reqps",
                                12,
                                8)
                        .of(
                                Query.range(
                                        "questions",
                                        "sum(rate(offlist_questions_total{@, list=~'$list'}[$__rate_interval]))"),
                                Query.range(
                                        "checks",
                                        "sum(rate(offlist_checks_total{@, list=~'$list'}[$__rate_interval]))")),
                Panel.lines("Waiting", "Questions that wait for an answer.", "short", 12, 8)
                        .of(Query.range("{{list}}", "topk(10, offlist_questions_pending{@, list=~'$list'})")),
                Panel.lines(
                                "Behind",
                                "Age of the oldest answer in intervals; the ten lists that are most behind. Above three the daemon does not keep up.",
                                "short",
                                12,
                                8)
                        .of(Query.range("{{list}}", """
                                topk(10, max by (list) (offlist_oldest_answer_seconds{@, list=~'$list'}
                                  / on (job, instance, list) offlist_list_interval_seconds{@, kind='planned'}))
                                """))
                        .otherwise("no turn yet")
                        .steps("transparent", 3, "orange")
                        .marked()
                        .leadsTo(Link.list(false)),
                Panel.lines(
                                "Without an answer",
                                "Part of the checks that failed or were refused.",
                                "percentunit",
                                12,
                                8)
                        .of(Query.range("{{verdict}}", """
                                sum by (verdict) (rate(offlist_checks_total{@, list=~'$list', verdict=~'failed|refused'}[$__rate_interval]))
                                  / ignoring (verdict) group_left () (sum(rate(offlist_checks_total{@, list=~'$list'}[$__rate_interval])) > 0)
                                """))
                        .fixed("refused", "purple")
                        .fixed("failed", "red"),
                Panel.states("Resolvers", "The worst of what was seen of each resolver.", 12, 6)
                        .of(Query.range(
                                "{{resolver}}",
                                "max by (resolver) (" + Codes.RESOLVER.expr("offlist_resolver_health{@") + ")"))
                        .codes(Codes.RESOLVER),
                Panel.table(
                                "Sources of pools",
                                "Where addresses come from, and whether that could be read; else the last good answer is used.",
                                12,
                                6)
                        .of(Query.rows("1 + max by (pool, source) (offlist_pool_source_ok{@})"))
                        .shows("pool", "source", "Value=state")
                        .column("state", READ)
                        .column("pool", Link.pool(true))
                        .sorted("state", false),
                Panel.table(
                                "Sources of bounces",
                                "Where bounces come from by themselves, and whether that can be read.",
                                12,
                                6)
                        .of(Query.rows("1 + max by (source) (offlist_bounce_source_ok{@})"))
                        .shows("source", "Value=state")
                        .column("state", READ)
                        .sorted("state", false));
    }

    private static Section telling() {
        return Section.of(
                "Telling",
                Panel.lines("Owed to receivers", "Messages that each receiver is still owed.", "short", 8, 8)
                        .of(Query.range("{{receiver}}", "max by (receiver) (offlist_outbox_pending{@})"))
                        .otherwise("no receivers"),
                Panel.lines(
                                "Age of the oldest message",
                                "How long each receiver, and the bus that events go to, has been waited for.",
                                "s",
                                8,
                                8)
                        .of(
                                Query.range("{{receiver}}", "max by (receiver) (offlist_outbox_oldest_seconds{@})"),
                                Query.range("events", "max(offlist_events_oldest_seconds{@})"))
                        .otherwise("no receivers"),
                Panel.columns(
                                "Attempts to tell",
                                "By outcome: `retried` will be tried again, `given_up` is lost.",
                                "short",
                                8,
                                8)
                        .of(Query.range(
                                "{{outcome}}",
                                "sum by (outcome) (increase(offlist_notifications_total{@}[$__rate_interval]))"))
                        .otherwise("no receivers")
                        .fixed("delivered", "green")
                        .fixed("retried", "yellow")
                        .fixed("given_up", "red"));
    }

    private static Section machine() {
        return Section.of(
                "The Java machine",
                Panel.lines("Heap", "What is used of the heap, and the most it may have.", "bytes", 8, 8)
                        .of(
                                Query.range(
                                        "{{instance}} used",
                                        "sum by (instance) (jvm_memory_used_bytes{@, area='heap'})"),
                                Query.range(
                                        "{{instance}} at most",
                                        "sum by (instance) (jvm_memory_max_bytes{@, area='heap'} > 0)")),
                Panel.lines(
                                "Pauses",
                                "Part of the time in which garbage collection stopped everything.",
                                "percentunit",
                                8,
                                8)
                        .of(Query.range(
                                "{{instance}}",
                                "sum by (instance) (rate(jvm_gc_pause_seconds_sum{@}[$__rate_interval]))"))
                        .otherwise("none yet"),
                Panel.lines(
                                "Processor",
                                "Of all processors of the machine: the daemon, and everything.",
                                "percentunit",
                                8,
                                8)
                        .of(
                                Query.range("{{instance}} daemon", "process_cpu_usage{@}"),
                                Query.range("{{instance}} machine", "system_cpu_usage{@}")),
                Panel.lines("Threads", "Threads of the daemon.", "short", 8, 8)
                        .of(Query.range("{{instance}}", "jvm_threads_live_threads{@}")),
                Panel.lines("Open files", "Files and connections, of as many as it may have.", "percentunit", 8, 8)
                        .of(Query.range("{{instance}}", "process_files_open_files{@} / process_files_max_files{@}")),
                Panel.columns(
                                "Incomplete scrapes",
                                "Scrapes that went without a part of the metrics because it could not be read.",
                                "short",
                                8,
                                8)
                        .of(Query.range(
                                "{{part}}",
                                "sum by (part) (increase(offlist_scrape_failures_total{@}[$__rate_interval]))")));
    }
}
