package offlist.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/pools}. */
@Path("/api/v1/pools")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pools and addresses")
public class PoolsResource {
    private final PoolAnswers answers;

    PoolsResource(Sources sources) {
        this.answers = new PoolAnswers(sources);
    }

    @GET
    @Operation(summary = "All pools with the number of their addresses and listings")
    public Page<PoolView> pools(@Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        return answers.pools();
    }

    @GET
    @Path("{pool}")
    @Operation(summary = "One pool with its members and their open listings")
    public PoolDetailView pool(@PathParam("pool") String pool, @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        return answers.pool(pool);
    }
}
