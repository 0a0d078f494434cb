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

/** {@code /api/v1/addresses}. */
@Path("/api/v1/addresses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pools and addresses")
public class AddressesResource {
    private final AddressAnswers answers;

    AddressesResource(Sources sources) {
        this.answers = new AddressAnswers(sources);
    }

    @GET
    @Path("{address}")
    @Operation(summary = "One address: its state on each list, its history, its removal tasks")
    public AddressView address(@PathParam("address") String address, @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        return answers.address(address);
    }
}
