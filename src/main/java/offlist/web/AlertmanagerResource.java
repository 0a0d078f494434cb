package offlist.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/alertmanager}. */
@Path(AlertmanagerResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Checks")
@Blocking
public class AlertmanagerResource {
    static final String PATH = "/api/v1/alertmanager";

    private final AlertmanagerAnswers answers;

    AlertmanagerResource(Sources sources) {
        this.answers = new AlertmanagerAnswers(sources);
    }

    @POST
    @Operation(
            summary = "Take what Alertmanager posts to a webhook, and check the addresses that it names soon",
            description =
                    "Of firing alerts the labels `address`, `ip`, `target` and `instance` (with or without a port), but for"
                            + " alerts whose name begins with `Offlist`."
                            + " Answers at once with what is checked, what is in no pool, and what was too much.")
    public Response take(String body) {
        return Response.accepted(answers.take(body)).build();
    }
}
