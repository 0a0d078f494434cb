package offlist.crooked.journal;

/** What a consumer must not know. */
public record Kept() {}
