package offlist.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import offlist.yaml.Secret;

/** The systems of the shipped presets, each with its paths, its fields and its way to log in. */
final class Trackers {
    static final String TOKEN = "T0PSECRET-token";
    static final String USER = "offlist@example.com";
    static final String HOOK = "T0PSECRET-hook";

    private Trackers() {}

    static FakeTracker start(String preset) {
        return switch (preset) {
            case "github" -> new GitHub();
            case "gitlab" -> new GitLab();
            case "jira-cloud" -> new Jira(preset, "3", "search/jql", basic(USER + ":" + TOKEN));
            case "jira-data-center" -> new Jira(preset, "2", "search", "Bearer " + TOKEN);
            case "zammad" -> new Zammad();
            case "rt" -> new Rt();
            case "servicenow" -> new ServiceNow();
            case "freshdesk" -> new Freshdesk();
            default -> throw new IllegalArgumentException(preset);
        };
    }

    /** What the operator says about the system. */
    static TicketSystem system(String name, String preset, String url) {
        Map<String, String> said = Map.of(
                "owner", "mail",
                "repository", "delivery",
                "project", preset.equals("gitlab") ? "mail/delivery" : "MAIL",
                "customer", "postmaster@example.com",
                "email", "postmaster@example.com");
        TicketSystem.Api api = Presets.of(preset);
        Map<String, String> parameters = new java.util.HashMap<>();
        api.parameters()
                .forEach((key, value) -> parameters.put(key, value.orElseGet(() -> said.getOrDefault(key, "?"))));
        return new TicketSystem(
                name,
                preset,
                api,
                url,
                Optional.of(USER),
                Optional.of(Secret.of(TOKEN)),
                parameters,
                Optional.of(Secret.of(HOOK)),
                TicketSystem.DEFAULT_PER_MINUTE);
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private static final class GitHub extends FakeTracker {
        GitHub() {
            super("github");
            wanted = "Bearer " + TOKEN;
            String issues = "/repos/mail/delivery/issues";
            route("POST", issues, Kind.CREATE, r -> {
                String id = String.valueOf(1347 + count());
                return new Reply(201, issue(make(id, needed(r.body(), "/title"), r.body())));
            });
            route("GET", issues, Kind.READ, r -> new Reply(200, page(r)));
            route("PATCH", issues + "/(\\d+)", Kind.STATE, r -> {
                Ticket ticket = ticket(r.at().group(1));
                ticket.closed()[0] = needed(r.body(), "/state").equals("closed");
                return new Reply(200, issue(ticket));
            });
            route(
                    "GET",
                    issues + "/(\\d+)/comments",
                    Kind.READ,
                    r -> new Reply(
                            200,
                            array(ticket(r.at().group(1)).notes().stream()
                                    .map(this::comment)
                                    .toList())));
            route("POST", issues + "/(\\d+)/comments", Kind.COMMENT, r -> {
                ticket(r.at().group(1)).notes().add(needed(r.body(), "/body"));
                return new Reply(201, comment(needed(r.body(), "/body")));
            });
        }

        private JsonNode page(Request r) {
            return r.asked("state").equals("all") && r.asked("page").equals("1")
                    ? array(tickets.reversed().stream().map(this::issue).toList())
                    : array(List.of());
        }

        private ObjectNode issue(Ticket ticket) {
            return shape("ticket")
                    .put("number", Integer.parseInt(ticket.id()))
                    .put("title", ticket.title())
                    .put("body", ticket.made().path("body").asText())
                    .put("state", ticket.isClosed() ? "closed" : "open");
        }

        private ObjectNode comment(String text) {
            return shape("comment").put("body", text);
        }
    }

    private static final class GitLab extends FakeTracker {
        GitLab() {
            super("gitlab");
            header = "PRIVATE-TOKEN";
            wanted = TOKEN;
            String issues = "/api/v4/projects/mail%2Fdelivery/issues";
            route(
                    "POST",
                    issues,
                    Kind.CREATE,
                    r -> new Reply(
                            201, issue(make(String.valueOf(14 + count()), needed(r.body(), "/title"), r.body()))));
            route(
                    "GET",
                    issues,
                    Kind.READ,
                    r -> new Reply(
                            200,
                            array(
                                    r.asked("page").equals("1")
                                            ? tickets.reversed().stream()
                                                    .map(this::issue)
                                                    .toList()
                                            : List.of())));
            route("GET", issues + "/(\\d+)", Kind.READ, r -> new Reply(200, issue(ticket(r.at().group(1)))));
            route("PUT", issues + "/(\\d+)", Kind.STATE, r -> {
                Ticket ticket = ticket(r.at().group(1));
                ticket.closed()[0] = needed(r.body(), "/state_event").equals("close");
                return new Reply(200, issue(ticket));
            });
            route(
                    "GET",
                    issues + "/(\\d+)/notes",
                    Kind.READ,
                    r -> new Reply(
                            200,
                            array(ticket(r.at().group(1)).notes().stream()
                                    .map(this::comment)
                                    .toList())));
            route("POST", issues + "/(\\d+)/notes", Kind.COMMENT, r -> {
                ticket(r.at().group(1)).notes().add(needed(r.body(), "/body"));
                return new Reply(201, comment(needed(r.body(), "/body")));
            });
        }

        private ObjectNode issue(Ticket ticket) {
            return shape("ticket")
                    .put("iid", Integer.parseInt(ticket.id()))
                    .put("title", ticket.title())
                    .put("description", ticket.made().path("description").asText())
                    .put("state", ticket.isClosed() ? "closed" : "opened");
        }

        private ObjectNode comment(String text) {
            return shape("comment").put("body", text);
        }
    }

    private static final class Jira extends FakeTracker {
        private final boolean cloud;

        Jira(String name, String version, String search, String login) {
            super(name);
            cloud = version.equals("3");
            wanted = login;
            String api = "/rest/api/" + version;
            route("POST", api + "/issue", Kind.CREATE, r -> {
                checked(r.body().at("/fields/description"));
                if (!needed(r.body(), "/fields/project/key").equals("MAIL")
                        || needed(r.body(), "/fields/issuetype/name").isEmpty()) {
                    throw new Refusal(400);
                }
                Ticket ticket = make("MAIL-" + (24 + count()), needed(r.body(), "/fields/summary"), r.body());
                return new Reply(201, shape("ticket").put("key", ticket.id()));
            });
            route("GET", api + "/" + search, Kind.READ, r -> new Reply(200, found(r.asked("jql"))));
            route("GET", api + "/issue/([A-Z]+-\\d+)", Kind.READ, r -> new Reply(200, status(ticket(r.at().group(1)))));
            route("GET", api + "/issue/([A-Z]+-\\d+)/transitions", Kind.READ, r -> {
                ticket(r.at().group(1));
                return new Reply(200, json("transitions"));
            });
            route("POST", api + "/issue/([A-Z]+-\\d+)/transitions", Kind.STATE, r -> {
                ticket(r.at().group(1)).closed()[0] =
                        needed(r.body(), "/transition/id").equals("31");
                return new Reply(204, TextNode.valueOf(""));
            });
            route("GET", api + "/issue/([A-Z]+-\\d+)/comment", Kind.READ, r -> {
                ObjectNode page = shape("ticket").removeAll();
                page.put("startAt", 0)
                        .put("maxResults", 100)
                        .set(
                                "comments",
                                array(ticket(r.at().group(1)).notes().stream()
                                        .map(this::comment)
                                        .toList()));
                return new Reply(200, page);
            });
            route("POST", api + "/issue/([A-Z]+-\\d+)/comment", Kind.COMMENT, r -> {
                JsonNode body = checked(r.body().path("body"));
                ticket(r.at().group(1)).notes().add(cloud ? body.toString() : body.asText());
                return new Reply(201, shape("comment"));
            });
        }

        /** Version 3 takes documents only, and no empty text in them; version 2 takes text only. */
        private JsonNode checked(JsonNode text) {
            if (cloud != text.path("type").asText().equals("doc")
                    || !cloud && text.asText().isEmpty()) {
                throw new Refusal(400);
            }
            if (cloud) {
                text.path("content").forEach(paragraph -> needed(paragraph, "/content/0/text"));
                if (text.path("content").isEmpty()) {
                    throw new Refusal(400);
                }
            }
            return text;
        }

        private JsonNode found(String jql) {
            ObjectNode answer = shape("search");
            List<ObjectNode> items = tickets.stream()
                    .filter(ticket -> jql.contains(
                            "labels = \"" + ticket.made().at("/fields/labels/1").asText() + "\""))
                    .map(ticket -> {
                        ObjectNode item = shape("item").put("key", ticket.id());
                        ((ObjectNode) item.path("fields"))
                                .set("labels", ticket.made().at("/fields/labels"));
                        return item;
                    })
                    .toList();
            answer.set("issues", array(items));
            return answer;
        }

        private ObjectNode status(Ticket ticket) {
            ObjectNode issue = shape("item").put("key", ticket.id());
            ObjectNode fields = (ObjectNode) issue.path("fields");
            fields.putObject("status").putObject("statusCategory").put("key", ticket.isClosed() ? "done" : "new");
            return issue;
        }

        private ObjectNode comment(String text) {
            return cloud ? shape("comment").put("body", text) : shape("comment").put("body", text);
        }
    }

    private static final class Zammad extends FakeTracker {
        Zammad() {
            super("zammad");
            wanted = "Token token=" + TOKEN;
            route("POST", "/api/v1/tickets", Kind.CREATE, r -> {
                needed(r.body(), "/customer");
                needed(r.body(), "/group");
                needed(r.body(), "/article/body");
                Ticket ticket = make(String.valueOf(3 + count()), needed(r.body(), "/title"), r.body());
                return new Reply(
                        201,
                        shape("ticket").put("id", Integer.parseInt(ticket.id())).put("title", ticket.title()));
            });
            route("GET", "/api/v1/tickets/search", Kind.READ, r -> {
                String words = r.asked("query").replace("\"", "");
                return new Reply(
                        200,
                        array(tickets.stream()
                                .filter(ticket -> ticket.title().contains(words))
                                .map(this::expanded)
                                .toList()));
            });
            route("GET", "/api/v1/tickets/(\\d+)", Kind.READ, r -> new Reply(200, expanded(ticket(r.at().group(1)))));
            route("PUT", "/api/v1/tickets/(\\d+)", Kind.STATE, r -> {
                Ticket ticket = ticket(r.at().group(1));
                ticket.closed()[0] = needed(r.body(), "/state").equals("closed");
                return new Reply(200, expanded(ticket));
            });
            route(
                    "GET",
                    "/api/v1/ticket_articles/by_ticket/(\\d+)",
                    Kind.READ,
                    r -> new Reply(
                            200,
                            array(ticket(r.at().group(1)).notes().stream()
                                    .map(this::comment)
                                    .toList())));
            route("POST", "/api/v1/ticket_articles", Kind.COMMENT, r -> {
                ticket(needed(r.body(), "/ticket_id")).notes().add(needed(r.body(), "/body"));
                return new Reply(201, comment(needed(r.body(), "/body")));
            });
        }

        private ObjectNode expanded(Ticket ticket) {
            return shape("item")
                    .put("id", Integer.parseInt(ticket.id()))
                    .put("title", ticket.title())
                    .put("state", ticket.isClosed() ? "closed" : "open");
        }

        private ObjectNode comment(String text) {
            return shape("comment").put("body", text);
        }
    }

    private static final class Rt extends FakeTracker {
        Rt() {
            super("rt");
            wanted = "token " + TOKEN;
            route("POST", "/REST/2.0/ticket", Kind.CREATE, r -> {
                needed(r.body(), "/Queue");
                Ticket ticket = make(String.valueOf(20 + count()), needed(r.body(), "/Subject"), r.body());
                return new Reply(201, shape("ticket").put("id", ticket.id()));
            });
            route("GET", "/REST/2.0/tickets", Kind.READ, r -> {
                String words =
                        r.asked("query").replaceFirst("^Subject LIKE '", "").replaceFirst("'$", "");
                ObjectNode answer = shape("search");
                answer.set(
                        "items",
                        array(tickets.stream()
                                .filter(ticket -> ticket.title().contains(words))
                                .map(this::item)
                                .toList()));
                return new Reply(200, answer);
            });
            route("GET", "/REST/2.0/ticket/(\\d+)", Kind.READ, r -> new Reply(200, item(ticket(r.at().group(1)))));
            route("PUT", "/REST/2.0/ticket/(\\d+)", Kind.STATE, r -> {
                ticket(r.at().group(1)).closed()[0] =
                        needed(r.body(), "/Status").equals("resolved");
                return new Reply(200, array(List.of(TextNode.valueOf("Ticket 20: Status changed"))));
            });
            route("POST", "/REST/2.0/ticket/(\\d+)/comment", Kind.COMMENT, r -> {
                ticket(r.at().group(1)).notes().add(needed(r.body(), "/Content"));
                return new Reply(201, json("comment"));
            });
        }

        private ObjectNode item(Ticket ticket) {
            return shape("item")
                    .put("id", ticket.id())
                    .put("Subject", ticket.title())
                    .put("Status", ticket.isClosed() ? "resolved" : "open");
        }
    }

    private static final class ServiceNow extends FakeTracker {
        private static final String ID = "c537bae64f411200adf9f8e18110c7";

        ServiceNow() {
            super("servicenow");
            wanted = basic(USER + ":" + TOKEN);
            String table = "/api/now/table/incident";
            route("POST", table, Kind.CREATE, r -> {
                needed(r.body(), "/correlation_id");
                Ticket ticket = make(ID + (10 + count()), needed(r.body(), "/short_description"), r.body());
                return new Reply(201, one(ticket));
            });
            route("GET", table, Kind.READ, r -> {
                ObjectNode answer = shape("ticket").removeAll();
                answer.set(
                        "result",
                        array(tickets.stream()
                                .filter(ticket ->
                                        r.asked("sysparm_query").startsWith("correlation_id=" + key(ticket) + "^"))
                                .map(ticket ->
                                        shape("item").put("sys_id", ticket.id()).put("correlation_id", key(ticket)))
                                .toList()));
                return new Reply(200, answer);
            });
            route("GET", table + "/(\\w+)", Kind.READ, r -> new Reply(200, one(ticket(r.at().group(1)))));
            // One method for notes and states; the field tells.
            route("PATCH", table + "/(\\w+)", Kind.STATE, r -> {
                Ticket ticket = ticket(r.at().group(1));
                if (r.body().has("work_notes")) {
                    ticket.notes().add(needed(r.body(), "/work_notes"));
                } else {
                    ticket.closed()[0] = needed(r.body(), "/state").equals("6");
                    if (ticket.isClosed()) {
                        needed(r.body(), "/close_code");
                        needed(r.body(), "/close_notes");
                    }
                }
                return new Reply(200, one(ticket));
            });
        }

        private static String key(Ticket ticket) {
            return ticket.made().path("correlation_id").asText();
        }

        private ObjectNode one(Ticket ticket) {
            ObjectNode answer = shape("ticket");
            ((ObjectNode) answer.path("result"))
                    .put("sys_id", ticket.id())
                    .put("state", ticket.isClosed() ? "6" : "2")
                    .put("correlation_id", key(ticket))
                    .put(
                            "work_notes",
                            "2026-11-22 09:30:00 - Offlist (Work notes)\n" + String.join("\n\n", ticket.notes()));
            return answer;
        }
    }

    private static final class Freshdesk extends FakeTracker {
        Freshdesk() {
            super("freshdesk");
            wanted = basic(TOKEN + ":X");
            route("POST", "/api/v2/tickets", Kind.CREATE, r -> {
                needed(r.body(), "/email");
                needed(r.body(), "/description");
                if (!r.body().path("status").isInt()
                        || !r.body().path("priority").isInt()) {
                    throw new Refusal(400);
                }
                Ticket ticket = make(String.valueOf(18 + count()), needed(r.body(), "/subject"), r.body());
                return new Reply(201, shown(ticket, "ticket"));
            });
            route(
                    "GET",
                    "/api/v2/tickets",
                    Kind.READ,
                    r -> new Reply(
                            200,
                            array(
                                    r.asked("page").equals("1")
                                            ? tickets.reversed().stream()
                                                    .map(ticket -> shown(ticket, "item"))
                                                    .toList()
                                            : List.of())));
            route(
                    "GET",
                    "/api/v2/tickets/(\\d+)",
                    Kind.READ,
                    r -> new Reply(200, shown(ticket(r.at().group(1)), "ticket")));
            route("PUT", "/api/v2/tickets/(\\d+)", Kind.STATE, r -> {
                Ticket ticket = ticket(r.at().group(1));
                ticket.closed()[0] = r.body().path("status").intValue() == 5;
                return new Reply(200, shown(ticket, "ticket"));
            });
            route(
                    "GET",
                    "/api/v2/tickets/(\\d+)/conversations",
                    Kind.READ,
                    r -> new Reply(
                            200,
                            array(ticket(r.at().group(1)).notes().stream()
                                    .map(this::note)
                                    .toList())));
            route("POST", "/api/v2/tickets/(\\d+)/notes", Kind.COMMENT, r -> {
                ticket(r.at().group(1)).notes().add(needed(r.body(), "/body"));
                return new Reply(201, note(needed(r.body(), "/body")));
            });
        }

        private ObjectNode shown(Ticket ticket, String shape) {
            return shape(shape)
                    .put("id", Integer.parseInt(ticket.id()))
                    .put("subject", ticket.title())
                    .put("status", ticket.isClosed() ? 5 : 2);
        }

        private ObjectNode note(String text) {
            return shape("comment").put("body", text).put("body_text", text.replaceAll("<[^>]*>", " "));
        }
    }
}
