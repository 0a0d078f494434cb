package offlist.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import offlist.alert.Audit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/audit}. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts")
@Blocking
public class AuditResource {
    private final MutingAnswers answers;

    AuditResource(Muting muting, Sources sources) {
        this.answers = new MutingAnswers(muting, sources.setup());
    }

    @GET
    @Operation(summary = "Who changed what is told, the newest first")
    public Page<Audit.Entry> audit(@QueryParam("limit") @Nullable String limit, @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters(), "limit");
        return answers.audit(Wanted.limit(Wanted.given(limit)));
    }
}
