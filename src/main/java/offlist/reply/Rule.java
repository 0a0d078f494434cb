package offlist.reply;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How one refusal is recognised and what it means.
 *
 * @param here holds only at the operator's own servers or domains
 * @param tokens lower case; one of them must be in the text before a pattern is tried
 * @param patterns one of them must match; none: a token is enough
 * @param unless none of them may match
 * @param replies reply codes, {@code 4xx} for all of a kind; none: any
 * @param bits a table by digits of the code
 */
record Rule(
        String id,
        Tier tier,
        boolean here,
        Set<String> tokens,
        List<Pattern> patterns,
        List<Pattern> unless,
        List<String> replies,
        Ruling ruling,
        List<CodeRow> codes,
        Optional<BitTable> bits,
        Status status,
        List<String> sources,
        List<Sample> samples) {

    Rule {
        tokens = Set.copyOf(tokens);
        patterns = List.copyOf(patterns);
        unless = List.copyOf(unless);
        replies = List.copyOf(replies);
        codes = List.copyOf(codes);
        sources = List.copyOf(sources);
        samples = List.copyOf(samples);
    }

    /** Whether it speaks of replies with this code; a text without a code is any reply. */
    boolean answers(Optional<Integer> replyCode) {
        return replies.isEmpty()
                || replyCode.isEmpty()
                || replies.stream().anyMatch(wanted -> fits(wanted, String.valueOf(replyCode.get())));
    }

    private static boolean fits(String wanted, String code) {
        return wanted.endsWith("xx") ? wanted.charAt(0) == code.charAt(0) : wanted.equals(code);
    }
}
