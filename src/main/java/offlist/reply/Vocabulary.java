package offlist.reply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/**
 * Words that mean the same, in several languages, under a name that patterns use: {@code (?&listed)} in a pattern stands for any of the
 * words of {@code listed}. Each word is a small pattern itself.
 */
final class Vocabulary {
    private static final Pattern USE = Pattern.compile("\\(\\?&(?<name>[a-z-]{1,40})\\)");

    private final Map<String, String> alternations = new HashMap<>();

    /** Reads one group of words, {@code {name: listed, any: [...]}}. */
    void add(YamlMap map) {
        map.needs("name");
        map.needs("any");
        List<YamlText> words = map.textNodes("any");
        for (YamlText word : words) {
            Patterns.Compiled compiled = Patterns.compile(word.value());
            if (compiled.pattern().isEmpty()) {
                map.problems().add(word, word.describe() + " " + compiled.wrong());
            }
        }
        String any = words.stream().map(YamlText::value).collect(Collectors.joining("|", "(?:", ")"));
        if (alternations.putIfAbsent(map.text("name"), any) != null) {
            map.problem("name", "there are other words with this name");
        }
        map.done();
    }

    /** A name in the pattern that stands for nothing. */
    Optional<String> unknownIn(String pattern) {
        return USE.matcher(pattern)
                .results()
                .map(use -> use.group("name"))
                .filter(name -> !alternations.containsKey(name))
                .findFirst();
    }

    /** The pattern with the words in place of their names; a name that is unknown stays. */
    String spelledOut(String pattern) {
        return USE.matcher(pattern)
                .replaceAll(use -> Matcher.quoteReplacement(alternations.getOrDefault(use.group("name"), use.group())));
    }
}
