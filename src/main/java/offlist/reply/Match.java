package offlist.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A rule that holds for a text, and what its groups took out of it.
 *
 * @param addresses what stands where an address is expected
 * @param list what stands where the list is named, and where that is
 */
record Match(Rule rule, Optional<String> code, List<String> addresses, Optional<Place> list) {

    /** A part of the text. */
    record Place(String text, int from, int to) {}

    static Match of(Rule rule) {
        return new Match(rule, Optional.empty(), List.of(), Optional.empty());
    }

    static Match of(Rule rule, Matcher matcher) {
        List<String> addresses = new ArrayList<>();
        Optional<String> code = Optional.empty();
        Optional<Place> list = Optional.empty();
        // A group that stands in several branches of a pattern has a number behind its name in all but one.
        for (String group : matcher.namedGroups().keySet()) {
            String text = matcher.group(group);
            if (text == null || text.isBlank()) {
                continue;
            }
            if (group.startsWith("ip")) {
                addresses.add(text);
            } else if (group.startsWith("code")) {
                code = Optional.of(text);
            } else if (group.startsWith("list")) {
                list = Optional.of(new Place(text, matcher.start(group), matcher.end(group)));
            }
        }
        return new Match(rule, code, addresses, list);
    }

    /** What the rule says, the row for the code first. */
    Ruling ruling() {
        return code.flatMap(found ->
                        rule.codes().stream().filter(row -> row.covers(found)).findFirst())
                .map(row -> row.ruling().over(rule.ruling()))
                .orElse(rule.ruling());
    }

    /** The keys of the lists it is about, whether named or not. */
    List<String> marks() {
        Optional<List<String>> bits = code.flatMap(found -> rule.bits().map(table -> table.of(found)));
        return bits.filter(set -> !set.isEmpty()).orElse(ruling().marks());
    }
}
