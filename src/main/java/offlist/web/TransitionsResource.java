package offlist.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/transitions}. */
@Path("/api/v1/transitions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Listings")
public class TransitionsResource {
    private final ListingAnswers answers;

    TransitionsResource(Sources sources) {
        this.answers = new ListingAnswers(sources);
    }

    @GET
    @Operation(
            summary = "Confirmed changes, oldest first",
            description = "To follow them, keep the last `next` or the last id and ask again with it as cursor.")
    public Page<TransitionView> transitions(
            @Parameter(description = "RFC 3339; only what happened then or later") @QueryParam("since") @Nullable
                    String since,
            @Parameter(description = "`next` of the page before, or the id of a transition")
                    @QueryParam("cursor")
                    @Nullable
                    String cursor,
            @Parameter(description = "1 to 1000, default 100") @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters(), "since", "cursor", "limit");
        return answers.transitions(
                Wanted.time("since", Wanted.given(since)),
                Wanted.cursor(Wanted.given(cursor)),
                Wanted.limit(Wanted.given(limit)));
    }
}
