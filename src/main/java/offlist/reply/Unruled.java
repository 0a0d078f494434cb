package offlist.reply;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What to make of a text no rule knows: a list named by its zone or its page is the reason, else the enhanced code tells. */
final class Unruled {
    private Unruled() {}

    /**
     * Whether the last resort saw less than there is: words that anybody uses, and beside them the zone or the page of a list. Who is
     * told about SPF or a PTR is told so with the page of a list, too.
     */
    static boolean listSaysMore(Match match, List<Named> named) {
        return match.rule().tier() == Tier.LAST
                && switch (match.rule().ruling().wanted()) {
                    case PRIVATE_LIST, POLICY, RATE_LIMIT, CONTENT, RECIPIENT, OTHER ->
                        named.stream().anyMatch(Named::strong);
                    case PUBLIC_LIST, DOMAIN_LIST, RDNS_POLICY, AUTHENTICATION -> false;
                };
    }

    static Rule rule(ReplyText text, List<Named> named, RuleBook book) {
        if (named.stream().anyMatch(Named::strong)) {
            return rule("list-named", RefusalClass.PUBLIC_LIST);
        }
        return text.enhancedCode()
                .flatMap(book::meaningOf)
                .map(refusalClass -> rule("enhanced-code", refusalClass))
                .orElseGet(() -> rule("none", RefusalClass.OTHER));
    }

    private static Rule rule(String id, RefusalClass refusalClass) {
        return new Rule(
                id,
                Tier.LAST,
                false,
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                Ruling.of(refusalClass),
                List.of(),
                Optional.empty(),
                Status.VERIFIED,
                List.of(),
                List.of());
    }
}
