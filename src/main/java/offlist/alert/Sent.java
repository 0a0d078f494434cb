package offlist.alert;

/** One attempt and what became of it, for the counter. */
public record Sent(String receiver, AlertKind kind, Outcome outcome) {}
