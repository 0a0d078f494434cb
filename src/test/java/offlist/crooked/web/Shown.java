package offlist.crooked.web;

/** What only app may know. */
public record Shown() {}
