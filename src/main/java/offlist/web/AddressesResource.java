package offlist.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import offlist.bounce.Refusals;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/addresses}. */
@Path("/api/v1/addresses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pools and addresses")
public class AddressesResource {
    private final AddressAnswers answers;

    private final Refusals refusals;

    AddressesResource(Sources sources, Refusals refusals) {
        this.answers = new AddressAnswers(sources);
        this.refusals = refusals;
    }

    @GET
    @Path("{address}")
    @Operation(summary = "One address: its state on each list, its history, its removal tasks, who refuses it")
    public AddressView address(@PathParam("address") String address, @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        return answers.address(address, refusals);
    }
}
