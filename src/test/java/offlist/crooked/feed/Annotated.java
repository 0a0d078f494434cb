package offlist.crooked.feed;

/** Breaks: the framework stays at the rim. The annotation alone would be harmless to the program under test. */
@io.quarkus.arc.profile.IfBuildProfile("never")
public record Annotated() {}
