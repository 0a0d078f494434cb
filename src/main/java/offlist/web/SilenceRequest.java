package offlist.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import offlist.alert.AlertKind;
import offlist.alert.AlertLabels;
import offlist.alert.Match;
import offlist.catalogue.Scope;
import offlist.catalogue.Severity;
import offlist.pool.IpRange;
import offlist.yaml.Durations;
import offlist.yaml.Labels;
import offlist.yaml.Nearest;

/** A silence that somebody asks for, checked: it names something, ends after it starts, and has an author and a reason. */
record SilenceRequest(Match match, String author, String comment, Instant startsAt, Instant endsAt) {
    static final List<String> KEYS = List.of("match", "author", "comment", "startsAt", "endsAt", "duration");
    private static final String EXAMPLE =
            "{\"match\": {\"list\": [\"spamcop\"]}, \"author\": \"ann\", \"comment\": \"moving\", \"duration\": \"24h\"}";
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_VALUES = 1000;
    private static final int LONGEST_ABOUT = 500;
    private static final int FEW = 12;

    static SilenceRequest read(String text, Wanted wanted, Instant now) {
        JsonBody body = JsonBody.read(text, EXAMPLE, KEYS);
        Map<String, Set<String>> values = new LinkedHashMap<>();
        JsonNode match = body.root().path("match");
        if (!match.isObject()) {
            throw JsonBody.bad("`match` is an object of labels, each with one or more values");
        }
        match.properties().forEach(entry -> values.put(entry.getKey(), texts(entry.getKey(), entry.getValue())));
        return of(
                values,
                body.needed("author"),
                body.needed("comment"),
                body.text("startsAt"),
                body.text("endsAt"),
                body.text("duration"),
                wanted,
                now);
    }

    static SilenceRequest of(
            Map<String, Set<String>> values,
            String author,
            String comment,
            Optional<String> startsAt,
            Optional<String> endsAt,
            Optional<String> duration,
            Wanted wanted,
            Instant now) {
        Instant start = Wanted.time("startsAt", startsAt).orElse(now);
        Instant end = end(start, Wanted.time("endsAt", endsAt), duration);
        if (!end.isAfter(start) || !end.isAfter(now)) {
            throw JsonBody.bad("it ends after it starts, and not in the past");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw JsonBody.bad("a silence lasts at most " + LONGEST.toDays() + " days");
        }
        return new SilenceRequest(match(values, wanted), author, comment, start, end);
    }

    private static Instant end(Instant start, Optional<Instant> endsAt, Optional<String> duration) {
        if (endsAt.isPresent() == duration.isPresent()) {
            throw JsonBody.bad("either `endsAt` or `duration` is needed");
        }
        return endsAt.orElseGet(() -> start.plus(Durations.parse(duration.orElse(""))
                .filter(length -> length.compareTo(LONGEST) <= 0)
                .orElseThrow(() -> JsonBody.bad("`duration` is such as 30m, 24h or 7d, at most " + LONGEST.toDays()
                        + "d, not " + Wanted.shown(duration.orElse(""))))));
    }

    private static Set<String> texts(String label, JsonNode node) {
        Set<String> texts = new LinkedHashSet<>();
        if (node.isTextual()) {
            texts.add(node.textValue());
        } else if (node.isArray()) {
            node.forEach(each -> texts.add(each.isTextual() ? each.textValue() : ""));
        }
        if (texts.isEmpty() || texts.contains("") || texts.size() > MOST_VALUES) {
            throw JsonBody.bad("`match." + label + "` is a text or an array of 1 to " + MOST_VALUES + " texts");
        }
        return texts;
    }

    /** A misspelt value would be a silence that keeps nothing quiet. */
    private static Match match(Map<String, Set<String>> values, Wanted wanted) {
        if (values.isEmpty()) {
            throw JsonBody.bad("`match` names at least one label: everything cannot be silenced");
        }
        Map<String, Set<String>> checked = new LinkedHashMap<>();
        values.forEach((label, texts) -> {
            Set<String> all = new LinkedHashSet<>();
            texts.forEach(text -> all.add(value(label, text.strip(), wanted)));
            checked.put(label, all);
        });
        return new Match(checked);
    }

    private static String value(String label, String text, Wanted wanted) {
        return switch (label) {
            case AlertLabels.ADDRESS -> address(text);
            case AlertLabels.LIST ->
                wanted.listOrReceiver(Optional.of(text)).orElseThrow().value();
            case AlertLabels.POOL -> wanted.pool(text).name().value();
            case AlertLabels.SEVERITY -> known(label, text, Labels.all(Severity.class));
            case AlertLabels.SCOPE -> known(label, text, Labels.all(Scope.class));
            case AlertLabels.KIND -> known(label, text, Labels.all(AlertKind.class));
            case AlertLabels.REASON -> known(label, text, wanted.reasons());
            case AlertLabels.ABOUT -> about(text);
            default -> throw JsonBody.bad("there is no label " + Wanted.shown(label) + hint(label, AlertLabels.NAMES));
        };
    }

    /** A resolver, source or receiver; what it is called is anybody's guess, and one may be silenced before it is there. */
    private static String about(String text) {
        if (text.isEmpty() || text.length() > LONGEST_ABOUT) {
            throw JsonBody.bad("`match.about` has 1 to " + LONGEST_ABOUT + " characters");
        }
        return text;
    }

    private static String address(String text) {
        return IpRange.tryParse(text)
                .map(range -> range.first().equals(range.last()) ? range.first().text() : range.toString())
                .orElseGet(() -> Wanted.target(text).text());
    }

    private static String known(String label, String text, List<String> all) {
        if (!all.contains(text)) {
            throw JsonBody.bad(Wanted.shown(text) + " is no " + label + hint(text, all));
        }
        return text;
    }

    private static String hint(String word, List<String> known) {
        String near = Nearest.hint(word, known);
        return near.isEmpty() && known.size() <= FEW ? ", known: " + String.join(", ", known) : near;
    }
}
