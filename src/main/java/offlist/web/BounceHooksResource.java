package offlist.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import offlist.bounce.hook.HookDoor;
import offlist.bounce.hook.HookDoor.Entry;
import offlist.web.Problem.Kind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/bounces/hooks}. Takes any content type: Amazon SNS says text and means JSON. */
@Path(BounceHooksResource.PATH)
@Tag(name = "Refusals")
@Blocking
public class BounceHooksResource {
    static final String PATH = "/api/v1/bounces/hooks";

    private final HookDoor door;

    BounceHooksResource(HookDoor door) {
        this.door = door;
    }

    @POST
    @Path("{name}")
    @Operation(
            summary = "Take what a sending service or a mail server posts about bounces, deliveries and complaints",
            description =
                    "For Amazon SES, SendGrid, Mailgun, Postal, Haraka and KumoMTA, as `bounces.hooks` names them. Each request bears"
                            + " the signature or the secret of its service. 204 when it was taken, 503 when the service should"
                            + " send it again.")
    public Response take(@PathParam("name") String name, @Context HttpHeaders headers, byte[] body) {
        Entry entry = door.enter(
                name,
                header -> Optional.ofNullable(headers.getHeaderString(header)),
                body == null ? new byte[0] : body);
        return switch (entry) {
            case Entry.Taken taken -> Response.noContent().build();
            case Entry.Unknown unknown ->
                throw new ProblemException(Kind.UNKNOWN_HOOK, "no web hook of this name is configured");
            case Entry.Stranger stranger ->
                throw new ProblemException(Kind.NOT_KNOWN, "the secret or the signature is missing, wrong or too old");
            case Entry.TooLarge large ->
                throw new ProblemException(Kind.TOO_LARGE, "a body may have " + HookDoor.LARGEST + " bytes here");
            case Entry.Unreadable broken -> throw JsonBody.bad(broken.reason());
            case Entry.NotNow later -> throw new ProblemException(Kind.NOT_NOW, later.reason());
        };
    }
}
