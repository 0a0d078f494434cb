package offlist.reply;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/** Reads one rule of a file. */
final class OneRule {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{2,62}");
    private static final Pattern REPLY = Pattern.compile("[45](?:\\d\\d|xx)");

    private final YamlMap map;
    private final Vocabulary vocabulary;

    private OneRule(YamlMap map, Vocabulary vocabulary) {
        this.map = map;
        this.vocabulary = vocabulary;
    }

    /** @param operator who the file is about, where it is about one */
    static Rule read(YamlMap map, Optional<String> operator, Vocabulary vocabulary) {
        OneRule one = new OneRule(map, vocabulary);
        Rule rule = one.rule(operator);
        map.node("notes");
        map.done();
        return rule;
    }

    private Rule rule(Optional<String> operator) {
        Ruling own = RulingReader.read(map);
        map.needs("class");
        return new Rule(
                id(),
                RulingReader.word(map, "tier", Tier.class, RulingReader::kebab).orElse(Tier.NAMED),
                map.bool("here", false),
                tokens(),
                patterns("patterns"),
                patterns("unless"),
                replies(),
                new Ruling(
                        own.refusalClass(),
                        own.relevant(),
                        own.passing(),
                        own.operator().or(() -> operator),
                        own.marks(),
                        own.listName(),
                        own.privateList(),
                        own.links(),
                        own.contacts(),
                        own.next(),
                        own.fault()),
                map.maps("codes").stream().map(OneRule::row).toList(),
                map.map("bits").map(OneRule::bits),
                RulingReader.word(map, "status", Status.class, RulingReader::kebab)
                        .orElse(Status.VERIFIED),
                sources(),
                samples());
    }

    private String id() {
        String id = map.text("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            map.problem("id", "an id is small letters, digits and hyphens");
        }
        return id;
    }

    private Set<String> tokens() {
        Set<String> tokens = new HashSet<>();
        map.needs("tokens");
        for (YamlText token : map.textNodes("tokens")) {
            if (token.value().length() < Literals.SHORTEST) {
                map.problems().add(token, "a token has at least " + Literals.SHORTEST + " characters");
            } else {
                tokens.add(token.value().toLowerCase(Locale.ROOT));
            }
        }
        return tokens;
    }

    private List<Pattern> patterns(String key) {
        return map.textNodes(key).stream()
                .flatMap(text -> pattern(text).stream())
                .toList();
    }

    private Optional<Pattern> pattern(YamlText text) {
        Optional<String> unknown = vocabulary.unknownIn(text.value());
        if (unknown.isPresent()) {
            map.problems().add(text, "there are no words with the name `" + unknown.get() + "`");
            return Optional.empty();
        }
        Patterns.Compiled compiled = Patterns.compile(vocabulary.spelledOut(text.value()));
        if (compiled.pattern().isEmpty()) {
            map.problems().add(text, text.describe() + " " + compiled.wrong());
        }
        return compiled.pattern();
    }

    private List<String> replies() {
        List<YamlText> replies = map.textNodes("replies");
        replies.stream()
                .filter(reply -> !REPLY.matcher(reply.value()).matches())
                .forEach(reply -> map.problems().add(reply, reply.describe() + " is no reply code such as 550 or 4xx"));
        return replies.stream().map(YamlText::value).toList();
    }

    private static CodeRow row(YamlMap map) {
        map.needs("code");
        CodeRow row = new CodeRow(map.texts("code").stream().map(CodeRange::of).toList(), RulingReader.read(map));
        map.node("means");
        map.done();
        return row;
    }

    private static BitTable bits(YamlMap map) {
        BitTable bits = new BitTable(map.text("prefix"), map.texts("from-right"));
        map.done();
        return bits;
    }

    private List<String> sources() {
        map.needs("sources");
        return map.texts("sources");
    }

    private List<Sample> samples() {
        map.needs("samples");
        return map.maps("samples").stream().map(SampleReader::read).toList();
    }
}
