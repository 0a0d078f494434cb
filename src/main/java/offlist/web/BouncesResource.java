package offlist.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import offlist.bounce.Refusal;
import offlist.bounce.RefusalDesk;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/bounces}. */
@Path(BouncesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Refusals")
@Blocking
public class BouncesResource {
    static final String PATH = "/api/v1/bounces";

    private final RefusalDesk desk;

    BouncesResource(RefusalDesk desk) {
        this.desk = desk;
    }

    /** @param refusals one for each recipient that was not reached */
    public record BounceView(List<RefusalView> refusals) {}

    @POST
    @Consumes("message/rfc822")
    @Operation(
            summary = "Read a message that came back",
            description =
                    "Answers what it says, one refusal for each recipient. What concerns an address of a pool is kept, counted and"
                            + " joined with the lists that it names; the same bounce again gets the same answer and counts once."
                            + " With `text/plain` the words of a server, or a report without its headers.")
    public BounceView message(byte[] message, @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        something(message);
        return view(desk.message(message));
    }

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public BounceView text(byte[] text, @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        something(text);
        return view(desk.text(new String(text, StandardCharsets.UTF_8)));
    }

    private static void something(byte[] body) {
        if (body == null || new String(body, StandardCharsets.ISO_8859_1).isBlank()) {
            throw JsonBody.bad("the body is empty; send the message that came back, or what the server said");
        }
    }

    private static BounceView view(List<Refusal> refusals) {
        return new BounceView(refusals.stream().map(RefusalView::of).toList());
    }
}
