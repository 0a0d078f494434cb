package offlist.ready;

/**
 * What was found.
 *
 * @param about the address, name or domain it speaks of
 * @param evidence what was asked and answered, in a sentence
 * @param remedy what to do about it; empty when it is good
 */
public record Finding(Check check, String about, Result result, String evidence, String remedy) {}
