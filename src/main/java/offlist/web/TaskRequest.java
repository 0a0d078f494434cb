package offlist.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import offlist.alert.SafeText;
import offlist.catalogue.RemovalMethod;
import offlist.delist.TaskAction;
import offlist.ready.Check;
import offlist.yaml.Labels;

/** What somebody wants done about a task, checked: who it is, and all that the action needs. */
record TaskRequest(TaskAction action, String author) {
    static final List<String> KEYS =
            List.of("action", "author", "cause", "fix", "check", "about", "why", "how", "reference", "note", "anyway");
    private static final List<String> ACTIONS =
            List.of("explain", "look", "waive", "request", "acknowledge", "refuse", "withdraw", "reopen", "note");
    private static final String EXAMPLE =
            "{\"action\": \"request\", \"author\": \"ann\", \"how\": \"self-service\", \"reference\": \"4711\"}";
    private static final int LONGEST = 2000;

    static TaskRequest read(String text) {
        JsonBody body = JsonBody.read(text, EXAMPLE, KEYS);
        JsonNode anyway = body.root().path("anyway");
        if (!anyway.isMissingNode() && !anyway.isBoolean()) {
            throw JsonBody.bad("`anyway` is true or false");
        }
        return of(body::text, anyway.booleanValue());
    }

    /** @param given what is in a field, of a body or of a form */
    static TaskRequest of(Function<String, Optional<String>> given, boolean anyway) {
        Fields fields = given::apply;
        return new TaskRequest(action(fields, fields.needed("action"), anyway), words(fields.needed("author")));
    }

    private interface Fields {
        Optional<String> text(String key);

        default String needed(String key) {
            return text(key).orElseThrow(() -> JsonBody.bad("`" + key + "` is missing"));
        }
    }

    private static TaskAction action(Fields body, String action, boolean anyway) {
        return switch (action) {
            case "explain" -> new TaskAction.Explain(given(body, "cause"), given(body, "fix"));
            case "look" -> new TaskAction.Look();
            case "waive" ->
                new TaskAction.Waive(
                        word(Check.class, "check", body.needed("check")),
                        body.needed("about"),
                        words(body.needed("why")));
            case "request" ->
                new TaskAction.Asked(
                        word(RemovalMethod.class, "how", body.text("how").orElse(RemovalMethod.SELF_SERVICE.label())),
                        given(body, "reference"),
                        given(body, "note"),
                        anyway);
            case "acknowledge" -> new TaskAction.Acknowledged(given(body, "reference"));
            case "refuse" -> new TaskAction.Refused(words(body.needed("why")));
            case "withdraw" -> new TaskAction.Withdraw(words(body.needed("why")));
            case "reopen" -> new TaskAction.Reopen(words(body.needed("why")));
            case "note" -> new TaskAction.Note(words(body.needed("note")));
            default -> throw JsonBody.bad("`action` is one of " + String.join(", ", ACTIONS));
        };
    }

    private static <E extends Enum<E>> E word(Class<E> type, String key, String text) {
        Optional<E> known = Labels.find(type, text);
        return known.orElseThrow(() -> JsonBody.bad("`" + key + "` is one of " + String.join(", ", Labels.all(type))));
    }

    private static String given(Fields body, String key) {
        return body.text(key).map(TaskRequest::words).orElse("");
    }

    /** Text of people, without what could play tricks on a screen. */
    static String words(String text) {
        return SafeText.line(text, LONGEST);
    }
}
