package offlist.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/silences}. */
@Path("/api/v1/silences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
@Blocking
public class SilencesResource {
    private final MutingAnswers answers;

    SilencesResource(Muting muting, Sources sources) {
        this.answers = new MutingAnswers(muting, sources.setup());
    }

    @GET
    @Operation(summary = "Silences that are not over, and those that ended in the last 7 days")
    public Page<SilenceView> silences(@Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        return answers.silences();
    }

    @GET
    @Path("{silence}")
    @Operation(summary = "One silence")
    public SilenceView silence(@PathParam("silence") String silence, @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        return answers.silence(silence);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Keep alerts quiet for a while",
            description =
                    "`match` (labels with values), `author`, `comment`, `startsAt` (now), and `endsAt` or `duration`.")
    public Response add(String body) {
        return Response.status(Response.Status.CREATED)
                .entity(answers.add(body))
                .build();
    }

    @DELETE
    @Path("{silence}")
    @Operation(summary = "End a silence now")
    public SilenceView end(
            @PathParam("silence") String silence,
            @Parameter(description = "Who ends it, for the audit trail") @QueryParam("author") @Nullable String author,
            @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters(), "author");
        return answers.end(silence, Wanted.needed("author", author));
    }
}
