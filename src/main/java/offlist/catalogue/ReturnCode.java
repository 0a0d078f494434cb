package offlist.catalogue;

import java.util.Optional;

/**
 * One row of a list's code table.
 *
 * @param reason key of a {@link Reason}
 * @param meaning in words, for people
 * @param sublist the component it names, with a removal procedure of its own: a sublist or another list
 * @param because why the list did not take the question, for refusals that say so
 */
public record ReturnCode(
        CodeSelector selector,
        Effect effect,
        String reason,
        String meaning,
        Optional<String> sublist,
        Optional<Score> score,
        Optional<Because> because) {

    /** The reason of entries that exist to test a list. */
    public static final String TEST = "test";

    /** A code that is no refusal with a cause. */
    public ReturnCode(
            CodeSelector selector,
            Effect effect,
            String reason,
            String meaning,
            Optional<String> sublist,
            Optional<Score> score) {
        this(selector, effect, reason, meaning, sublist, score, Optional.empty());
    }

    /** A code without a component or a score. */
    public ReturnCode(CodeSelector selector, Effect effect, String reason, String meaning) {
        this(selector, effect, reason, meaning, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The stable name of the code, such as {@code 127.0.0.2} or {@code bit 16}. */
    public String label() {
        return selector.label();
    }

    /** Whether the answer is this code. */
    public boolean matches(int ipv4) {
        return selector.matches(ipv4);
    }
}
