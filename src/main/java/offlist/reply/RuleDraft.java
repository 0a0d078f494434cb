package offlist.reply;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.catalogue.ListId;
import offlist.yaml.YamlMap;

/** What has been read of a book so far, with the places for complaints that need all files. */
final class RuleDraft {
    private final List<Rule> rules = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Receiver> receivers = new ArrayList<>();
    private final List<StatusCode> statusCodes = new ArrayList<>();
    private final Map<RefusalClass, List<NextStep>> usual = new EnumMap<>(RefusalClass.class);
    private final Map<String, YamlMap> places = new HashMap<>();
    private final Vocabulary vocabulary = new Vocabulary();

    /** The words of all files first: a pattern may use those of another file. */
    void addWords(YamlMap file) {
        file.maps("words").forEach(vocabulary::add);
    }

    void add(YamlMap file) {
        List<Receiver> own =
                file.maps("receivers").stream().map(RuleDraft::receiver).toList();
        receivers.addAll(own);
        Optional<String> operator = own.size() == 1 ? Optional.of(own.get(0).key()) : Optional.empty();
        file.maps("rules").forEach(map -> rule(map, OneRule.read(map, operator, vocabulary)));
        file.maps("marks").forEach(map -> marks.add(mark(map)));
        file.maps("status-codes").forEach(map -> statusCodes.add(statusCode(map)));
        file.map("next").ifPresent(this::usual);
        file.done();
    }

    private void rule(YamlMap map, Rule rule) {
        if (places.putIfAbsent(rule.id(), map) == null) {
            rules.add(rule);
        } else {
            map.problem("id", "there is another rule with this id");
        }
    }

    private static Receiver receiver(YamlMap map) {
        Receiver receiver = new Receiver(map.text("key"), map.text("name"), map.texts("mx"), map.texts("domains"));
        map.done();
        return receiver;
    }

    private static Mark mark(YamlMap map) {
        map.needs("words");
        Mark mark = new Mark(
                map.text("key"),
                map.text("name"),
                RulingReader.word(map, "kind", Mark.Kind.class, RulingReader::kebab)
                        .orElse(Mark.Kind.ADDRESS),
                lower(map, "words"),
                lower(map, "hosts"),
                map.textNodes("lists").stream()
                        .flatMap(text -> {
                            Optional<ListId> id = ListId.parse(text.value());
                            if (id.isEmpty()) {
                                map.problems().add(text, text.describe() + " is no id of a list");
                            }
                            return id.stream();
                        })
                        .toList(),
                map.bool("general", false),
                map.bool("closed", false),
                map.texts("links"),
                map.texts("contacts"));
        if (Stream.concat(mark.words().stream(), mark.hosts().stream())
                .anyMatch(word -> word.length() < Literals.SHORTEST)) {
            map.problem("words", "a word has at least " + Literals.SHORTEST + " characters");
        }
        map.node("notes");
        map.node("sources");
        map.done();
        return mark;
    }

    private static List<String> lower(YamlMap map, String key) {
        return map.texts(key).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static StatusCode statusCode(YamlMap map) {
        StatusCode code = new StatusCode(
                map.text("code"),
                RulingReader.word(map, "class", RefusalClass.class, RefusalClass::label)
                        .orElse(RefusalClass.OTHER));
        map.done();
        return code;
    }

    private void usual(YamlMap map) {
        for (RefusalClass refusalClass : RefusalClass.values()) {
            map.needs(refusalClass.label());
            usual.put(refusalClass, RulingReader.words(map, refusalClass.label(), NextStep.class, NextStep::label));
        }
        map.done();
    }

    List<Rule> rules() {
        return rules;
    }

    List<Mark> marks() {
        return marks;
    }

    /** Records a mistake at a rule. */
    void problem(Rule rule, String message) {
        Objects.requireNonNull(places.get(rule.id())).problem("id", message);
    }

    RuleBook book() {
        return new RuleBook(rules, marks, receivers, statusCodes, usual);
    }
}
