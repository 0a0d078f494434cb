package offlist.crooked.nowhere;

/** Breaks: every package has its place; every package is marked. */
public record Homeless() {}
