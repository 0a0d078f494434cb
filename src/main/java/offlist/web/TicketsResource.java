package offlist.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import offlist.ticket.TicketDoor;
import offlist.web.Problem.Kind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/tickets}. */
@Path("/api/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Removal")
@Blocking
public class TicketsResource {
    private final TicketDoor door;

    TicketsResource(TicketDoor door) {
        this.door = door;
    }

    /** @param heard whether it was about a ticket of ours, and new */
    public record TicketsView(boolean heard) {}

    @POST
    @Path("{name}")
    @Operation(
            summary = "Take what the webhook of a ticket system says",
            description =
                    "That a ticket was closed or reopened is noted. It closes no removal task: that takes an answer of"
                            + " the list. The request shows the secret or the signature of `removal.tickets`.")
    public Response take(@PathParam("name") String name, @Context HttpHeaders headers, byte[] body) {
        return switch (door.enter(name, headers::getHeaderString, body)) {
            case HEARD -> answer(true);
            case NOTHING -> answer(false);
            case UNKNOWN ->
                throw new ProblemException(
                        Kind.UNKNOWN_TICKETS, "no ticket system of this name is configured with a `webhook-secret`");
            case STRANGER ->
                throw new ProblemException(Kind.NOT_KNOWN, "the secret or the signature is missing or wrong");
            case TOO_LARGE ->
                throw new ProblemException(Kind.TOO_LARGE, "a body may have " + TicketDoor.LARGEST + " bytes here");
            case UNREADABLE -> throw JsonBody.bad("the body is an object in JSON");
        };
    }

    private static Response answer(boolean heard) {
        return Response.accepted(new TicketsView(heard)).build();
    }
}
