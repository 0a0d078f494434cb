package offlist.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/checks}. */
@Path("/api/v1/checks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Checks")
@Blocking
public class ChecksResource {
    private final CheckAnswers answers;

    ChecksResource(Sources sources) {
        this.answers = new CheckAnswers(sources);
    }

    @POST
    @Operation(
            summary = "Ask lists about addresses now, within what the lists allow",
            description =
                    "Answers when all have answered, at most after 30 seconds. Without `lists`, all that are asked.")
    public CompletionStage<Page<CheckView>> check(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CheckRequest.class)))
                    String body) {
        return answers.check(CheckRequest.read(body));
    }
}
