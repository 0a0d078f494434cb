package offlist.triage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.smtp.MailHost;
import offlist.smtp.MailHosts;
import offlist.triage.ListState.Past;
import offlist.triage.ListState.Standing;

/** Facts for tests: {@code 192.0.2.10} and {@code example.org}. */
final class Cases {
    static final IpAddress OURS = IpAddress.parse("192.0.2.10");
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final MailHosts MX = new MailHosts.Exchanges(
            List.of(new MailHost("mx.example.org", List.of(IpAddress.parse("198.51.100.25")), Optional.empty())));

    private Cases() {}

    static ListState list(String id, Standing standing) {
        return new ListState(
                new ListId(id),
                id.toUpperCase(java.util.Locale.ROOT),
                standing,
                switch (standing) {
                    case LISTED -> "127.0.0.2: spam seen";
                    case NOT_LISTED -> "not listed";
                    case UNKNOWN -> "timeout";
                },
                standing == Standing.LISTED ? Optional.of(NOON.minusSeconds(3600)) : Optional.empty(),
                List.of());
    }

    static ListState before(String id, String opened, String closed) {
        ListState now = list(id, Standing.NOT_LISTED);
        return new ListState(
                now.list(),
                now.name(),
                now.standing(),
                now.words(),
                now.since(),
                List.of(new Past(Instant.parse(opened), Instant.parse(closed))));
    }

    /** A refusal as it is kept. */
    static ObjectNode refusal(String refusalClass, String... known) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", "refusal-1")
                .put("relevant", true)
                .put("class", refusalClass)
                .put("address", OURS.text())
                .put("recipient", "ann@example.org")
                .put("remoteMta", "mx.example.org")
                .put("reply", "550 5.7.1\n no mail from you, ask help@example.org")
                .put("at", "2026-11-23T11:59:00Z");
        body.putArray("contacts").add("Help@example.org");
        body.putArray("next").add("check_lists").add("open_ticket");
        body.putArray("links").add("https://example.org/why");
        ArrayNode lists = body.putArray("lists");
        ArrayNode ids = body.putArray("known");
        List.of(known).forEach(id -> {
            lists.add(id + ".example");
            ids.add(id);
        });
        return body;
    }

    static Case about(Optional<ObjectNode> refusal) {
        Optional<Told> told = refusal.map(Told::of);
        return new Case(
                Optional.of(OURS),
                Optional.of(DomainName.parse("example.org")),
                told.flatMap(Told::recipient),
                told,
                "");
    }

    static Servers servers(MailHosts hosts, ServerLook... looks) {
        return new Servers(hosts, looks.length > 0, List.of(looks));
    }

    static ServerLook look(ServerLook.Outcome outcome) {
        return new ServerLook(
                "mx.example.org", IpAddress.parse("198.51.100.25"), outcome, "`554 no`", Optional.of(OURS));
    }
}
