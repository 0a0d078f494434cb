package offlist.ready;

import offlist.pool.SafeText;

/**
 * What was found.
 *
 * @param about the address, name or domain it speaks of
 * @param evidence what was asked and answered, in a sentence
 * @param remedy what to do about it; empty when it is good
 */
public record Finding(Check check, String about, Result result, String evidence, String remedy) {
    private static final int LONGEST = 2_000;

    public Finding {
        about = SafeText.of(about, LONGEST);
        evidence = SafeText.of(evidence, LONGEST);
        if (remedy.isEmpty() != (result == Result.GOOD)) {
            throw new IllegalArgumentException(result + " with the remedy `" + remedy + "`");
        }
    }

    static Finding good(Check check, Object about, String evidence) {
        return new Finding(check, about.toString(), Result.GOOD, evidence, "");
    }

    static Finding bad(Check check, Object about, String evidence, String remedy) {
        return new Finding(check, about.toString(), Result.BAD, evidence, remedy);
    }

    static Finding unknown(Check check, Object about, String evidence, String remedy) {
        return new Finding(check, about.toString(), Result.UNKNOWN, evidence, remedy);
    }

    /** Nothing could be told because DNS did not answer. */
    static Finding unanswered(Check check, Object about, String evidence) {
        return unknown(
                check, about, evidence, "Look again; if it stays so, ask your resolver and the name servers why.");
    }
}
