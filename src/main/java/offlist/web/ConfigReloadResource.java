package offlist.web;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;
import offlist.web.Problem.Kind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/config/reload}. */
@Path("/api/v1/config/reload")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Configuration")
public class ConfigReloadResource {
    private final Reloading reloading;

    ConfigReloadResource(Reloading reloading) {
        this.reloading = reloading;
    }

    /** @param taken always true: what is not taken is a problem */
    public record ReloadView(boolean taken) {}

    @POST
    @Operation(
            summary = "Read the configuration again",
            description =
                    "A changed file is read within seconds by itself; this is for whoever wants to know at once whether it is taken,"
                            + " and after a secret in a file of its own has changed. 409 with what is wrong; then the last good"
                            + " configuration stays.")
    public CompletionStage<ReloadView> reload(@Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        return CheckAnswers.inTime(reloading.reload()).thenApply(ConfigReloadResource::view);
    }

    private static ReloadView view(Reloaded outcome) {
        if (!outcome.taken()) {
            throw new ProblemException(Kind.CONFIG_REFUSED, String.join("\n", outcome.lines()));
        }
        return new ReloadView(true);
    }
}
