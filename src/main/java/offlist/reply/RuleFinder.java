package offlist.reply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the rule that decides: one pass for the tokens of all rules, then the patterns of those few that can match. */
final class RuleFinder {

    /** For all patterns together; a usual reply needs less than a hundredth. */
    private static final int READS = 2_000_000;

    private record Candidate(Rule rule, int order, int longestToken) {}

    /** Where a longer token is found, more of the sentence is known; the last resort goes as its file does. */
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing((Candidate c) -> c.rule.tier())
            .thenComparing(c -> !c.rule.here())
            .thenComparing(c -> c.rule.tier() == Tier.LAST ? 0 : -c.longestToken)
            .thenComparing(c -> c.order);

    private final List<Rule> rules;
    private final Literals<Integer> tokens;

    RuleFinder(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        Literals.Builder<Integer> builder = new Literals.Builder<>();
        for (int i = 0; i < rules.size(); i++) {
            for (String token : rules.get(i).tokens()) {
                builder.accept(token, i);
            }
        }
        this.tokens = builder.build();
    }

    /**
     * The rule that decides, if one holds.
     *
     * @param here keys of the receivers that gave the reply
     */
    Optional<Match> in(ReplyText text, List<String> here) {
        Metered metered = new Metered(text.text(), READS);
        for (Candidate candidate : candidates(text.lower())) {
            Rule rule = candidate.rule;
            boolean place = !rule.here()
                    || rule.ruling().operator().filter(here::contains).isPresent();
            if (place && rule.answers(text.replyCode())) {
                Optional<Match> match = match(rule, metered);
                if (match.isPresent()) {
                    return match;
                }
            }
        }
        return Optional.empty();
    }

    private List<Candidate> candidates(String lower) {
        int[] longest = new int[rules.size()];
        List<Integer> seen = new ArrayList<>();
        tokens.in(lower, (from, to, rule) -> {
            if (longest[rule] == 0) {
                seen.add(rule);
            }
            longest[rule] = Math.max(longest[rule], to - from);
        });
        List<Candidate> candidates = new ArrayList<>(seen.size());
        seen.forEach(rule -> candidates.add(new Candidate(rules.get(rule), rule, longest[rule])));
        candidates.sort(BEST_FIRST);
        return candidates;
    }

    private static Optional<Match> match(Rule rule, Metered text) {
        try {
            if (rule.unless().stream().anyMatch(pattern -> pattern.matcher(text).find())) {
                return Optional.empty();
            }
            if (rule.patterns().isEmpty()) {
                return Optional.of(Match.of(rule));
            }
            for (Pattern pattern : rule.patterns()) {
                Matcher matcher = pattern.matcher(text);
                if (matcher.find()) {
                    return Optional.of(Match.of(rule, matcher));
                }
            }
            return Optional.empty();
        } catch (Metered.UsedUp runaway) {
            return Optional.empty();
        }
    }
}
