package offlist.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/explain}. */
@Path("/api/v1/explain")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Checks")
@Blocking
public class ExplainResource {
    private final ExplainAnswers answers;

    ExplainResource(Sources sources) {
        this.answers = new ExplainAnswers(sources);
    }

    @GET
    @Operation(
            summary = "Ask one list about one address now, and show every step from the question to the verdict",
            description =
                    "With what was known before, what the answer leads to, and the last observations that were not"
                            + " plainly clean. With `ask=false` nothing is asked: only what is remembered is shown.")
    public CompletionStage<ExplanationView> explain(
            @QueryParam("address") @Nullable String address,
            @QueryParam("list") @Nullable String list,
            @QueryParam("ask") @Nullable String ask,
            @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters(), "address", "list", "ask");
        return answers.explain(
                Wanted.needed("address", address),
                Wanted.needed("list", list),
                Wanted.flag("ask", Wanted.given(ask)).orElse(true));
    }
}
