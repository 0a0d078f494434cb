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
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/incidents}; the ids of some incidents have a slash in them. */
@Path("/api/v1/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
@Blocking
public class IncidentsResource {
    private final MutingAnswers answers;

    IncidentsResource(Muting muting, Sources sources) {
        this.answers = new MutingAnswers(muting, sources.setup());
    }

    @GET
    @Operation(summary = "What is wrong now, the newest first")
    public Page<IncidentView> incidents(@QueryParam("limit") @Nullable String limit, @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters(), "limit");
        return answers.incidents(Wanted.limit(Wanted.given(limit)));
    }

    @GET
    @Path("{incident:.+}")
    @Operation(summary = "One incident and who is told of it")
    public IncidentView incident(@PathParam("incident") String incident, @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        return answers.incident(incident);
    }

    @POST
    @Path("{incident:.+}/acknowledge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say that somebody takes care of it: no reminders, its end is told",
            description = "`author` and, if you like, `comment`.")
    public IncidentView acknowledge(@PathParam("incident") String incident, String body) {
        return answers.acknowledge(incident, body);
    }

    @DELETE
    @Path("{incident:.+}/acknowledge")
    @Operation(summary = "Take the acknowledgement back")
    public IncidentView withdraw(
            @PathParam("incident") String incident,
            @QueryParam("author") @Nullable String author,
            @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters(), "author");
        return answers.withdraw(incident, Wanted.needed("author", author));
    }
}
