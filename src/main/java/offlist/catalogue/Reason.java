package offlist.catalogue;

/**
 * A class of reasons for a listing, the same words for all lists.
 *
 * @param key the word in files and labels, such as {@code spam-source}
 * @param means what the list has seen
 * @param senderAction what a sender does about it
 */
public record Reason(String key, String means, String senderAction) {}
