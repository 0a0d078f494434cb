package offlist.app;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where Slack posts pressed buttons. Who does not know the signing secret gets no word. */
@Path("/slack/actions")
public class SlackActionsResource {
    private static final int UNAUTHORIZED = 401;

    private final SlackDoor door;

    SlackActionsResource(SlackDoor door) {
        this.door = door;
    }

    @POST
    @Operation(hidden = true)
    public Response pressed(
            @HeaderParam("X-Slack-Request-Timestamp") @DefaultValue("") String timestamp,
            @HeaderParam("X-Slack-Signature") @DefaultValue("") String signature,
            byte[] body) {
        return door.enters(timestamp, signature, body)
                ? Response.ok().build()
                : Response.status(UNAUTHORIZED).build();
    }
}
