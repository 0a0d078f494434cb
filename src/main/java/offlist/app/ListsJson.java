package offlist.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import offlist.app.VerifyRun.Finding;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.config.Settings;
import offlist.dns.ResolverId;
import offlist.schedule.Plan;

/** What {@code offlist lists --json} prints; the shape is described in docs/commands.md. No key is in it. */
final class ListsJson {
    private final Settings settings;
    private final Plans plans;

    ListsJson(Settings settings, Plans plans) {
        this.settings = settings;
        this.plans = plans;
    }

    ObjectNode of(Askable asked) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode lists = root.putArray("lists");
        asked.lists().forEach(list -> list(lists.addObject(), list));
        ArrayNode notAsked = root.putArray("notAsked");
        asked.barred()
                .forEach(list -> notAsked.addObject()
                        .put("id", list.id())
                        .put("zone", list.zone())
                        .put("why", list.why()));
        return root;
    }

    ObjectNode of(VerifyReport report) {
        ObjectNode root = of(report.asked());
        for (var node : root.withArray("lists")) {
            ObjectNode list = (ObjectNode) node;
            List<Finding> findings = report.findings().stream()
                    .filter(finding ->
                            finding.list().id().value().equals(list.path("id").asText()))
                    .toList();
            findings.stream()
                    .findFirst()
                    .ifPresent(any -> list.put(
                            "state",
                            java.util.Objects.requireNonNull(
                                            report.states().get(any.list().id()))
                                    .label()));
            ArrayNode paths = list.putArray("paths");
            findings.forEach(finding -> path(paths.addObject(), finding));
        }
        ObjectNode summary = root.putObject("summary");
        report.counts().forEach((state, count) -> summary.put(state.label(), count));
        summary.put("not_asked", report.asked().barred().size());
        return root;
    }

    private void list(ObjectNode node, WatchedList list) {
        DnsList known = list.asked().list();
        node.put("id", known.id().value())
                .put("name", known.name())
                .put("operator", known.operator())
                .put("zone", known.zone().display())
                .put("type", known.type().label())
                .put("profile", known.profile().label())
                .put("severity", known.severity().label())
                .put("own", list.own())
                .put("inUse", settings.lists().asked(known.id()).isPresent())
                .put("file", settings.lists().catalogue().file(known.id()));
        plans.of(list).ifPresent(plan -> plan(node, plan));
        texts(
                node.putArray("kinds"),
                known.kinds().stream().sorted().map(Kind::label).toList());
        texts(
                node.putArray("resolvers"),
                list.asked().resolvers().stream().map(ResolverId::value).toList());
    }

    private static void plan(ObjectNode node, Plan plan) {
        node.put("wantedSeconds", plan.wanted().toSeconds())
                .put("intervalSeconds", plan.planned().toSeconds())
                .put("questionsPerDay", plan.load().planned());
        plan.terms().quota().ifPresent(quota -> node.put("limitPerDay", quota.perDay()));
        if (plan.stretched()) {
            node.put("stretchedBecause", plan.stretch());
        }
    }

    private static void path(ObjectNode node, Finding finding) {
        node.put("kind", finding.kind().label())
                .put("resolver", finding.resolver().value())
                .put("state", finding.health().state().label())
                .put("cause", finding.health().cause());
        var test = finding.list().asked().list().test();
        texts(node.putArray("listed"), VerifyReport.shown(test.positive(finding.kind()), finding.kind()));
        texts(node.putArray("notListed"), VerifyReport.shown(test.negative(finding.kind()), finding.kind()));
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
