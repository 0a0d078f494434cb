package offlist.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import offlist.yaml.YamlList;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlNode;
import offlist.yaml.YamlText;

/** Reads a code table. A list inside the list is spliced in, so that lists of one operator can share rows. */
final class CodesReader {

    private CodesReader() {}

    static List<ReturnCode> read(YamlMap entry, Style style) {
        List<ReturnCode> codes = new ArrayList<>();
        for (YamlMap row : rows(entry, entry.items("codes"))) {
            code(row, style).ifPresent(code -> {
                order(row, codes, code);
                codes.add(code);
            });
            row.done();
        }
        return codes;
    }

    private static List<YamlMap> rows(YamlMap entry, List<YamlNode> items) {
        List<YamlMap> rows = new ArrayList<>();
        for (YamlNode item : items) {
            switch (item) {
                case YamlMap row -> rows.add(row);
                case YamlList shared -> rows.addAll(rows(entry, shared.items()));
                case YamlText text -> entry.problems().add(text, "a return code is a map with `match` or `bit`");
            }
        }
        return rows;
    }

    private static Optional<ReturnCode> code(YamlMap row, Style style) {
        Optional<CodeSelector> selector = selector(row, style);
        Optional<Effect> effect = row.enumeration("effect", Effect.class);
        String reason = row.text("reason");
        String meaning = row.text("meaning");
        Optional<String> sublist = row.optionalText("sublist");
        Optional<Score> score = score(row);
        Optional<Because> because = row.enumeration("because", Because.class);
        if (because.isPresent() && effect.filter(Effect.ERROR::equals).isEmpty()) {
            row.problem("because", "only a code with the effect error is a refusal that has a cause");
        }
        if (effect.isEmpty()) {
            row.needs("effect");
        }
        if (effect.filter(Effect.SCORE::equals).isPresent() && score.isEmpty()) {
            row.problem("score", "a code with the effect score needs a `score`");
        }
        return selector.flatMap(
                which -> effect.map(what -> new ReturnCode(which, what, reason, meaning, sublist, score, because)));
    }

    private static Optional<CodeSelector> selector(YamlMap row, Style style) {
        Optional<YamlText> match = row.textNode("match");
        Optional<Integer> bit = row.integer("bit", 1, 255);
        if (match.isPresent() == row.has("bit")) {
            row.problems().add(row, "a return code has either `match` or `bit`");
            return Optional.empty();
        }
        if (match.isEmpty()) {
            if (style != Style.BITMASK) {
                row.problem("bit", "bits are read at lists of the style bitmask only");
            }
            return bit.map(CodeSelector.BitMask::new);
        }
        Optional<CodeSelector.OctetPattern> pattern =
                CodeSelector.OctetPattern.parse(match.get().value());
        if (pattern.isEmpty()) {
            row.problem("match", "four octets are wanted, each a number, a range such as 4-7, or *");
        }
        return pattern.map(CodeSelector.class::cast);
    }

    private static Optional<Score> score(YamlMap row) {
        Optional<YamlText> text = row.textNode("score");
        if (text.map(YamlText::value).filter("octet4"::equals).isPresent()) {
            return Optional.of(new Score.LastOctet());
        }
        return row.integer("score", -1000, 1000).map(Score.Fixed::new);
    }

    private static void order(YamlMap row, List<ReturnCode> before, ReturnCode code) {
        if (code.effect() == Effect.ERROR && before.stream().anyMatch(other -> other.effect() != Effect.ERROR)) {
            row.problem("effect", "codes that are errors stand first, or a listing could hide them");
        }
        before.stream()
                .filter(other -> covers(other.selector(), code.selector()))
                .findFirst()
                .ifPresent(other -> row.problem("match", "never reached, `" + other.label() + "` stands before it"));
    }

    private static boolean covers(CodeSelector before, CodeSelector after) {
        if (before instanceof CodeSelector.BitMask && after instanceof CodeSelector.BitMask) {
            return before.equals(after);
        }
        return before instanceof CodeSelector.OctetPattern wide
                && after instanceof CodeSelector.OctetPattern narrow
                && wide.covers(narrow);
    }
}
