package offlist.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import offlist.bounce.RefusalDesk;
import offlist.triage.CaseFinder;
import offlist.triage.TriageDesk;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/triage}. */
@Path(TriageResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Refusals")
@Blocking
public class TriageResource {
    static final String PATH = "/api/v1/triage";

    private final TriageAnswers answers;

    TriageResource(CaseFinder cases, TriageDesk triage, RefusalDesk refusals, Sources sources) {
        this.answers = new TriageAnswers(cases, triage, refusals, sources.tasks());
    }

    @POST
    @Operation(
            summary = "Find out why a recipient does not take our mail, and whose move it is",
            description =
                    "Name an `address` of yours and a `recipient` (a mailbox or a domain), or put the message that came back, or the"
                            + " server's words, in `bounce`, or the id of a kept one in `refusal`. All lists are asked now, the"
                            + " recipient's mail servers are looked up, and called where `triage.call-servers` is on. `ticket` is the"
                            + " text for whoever has to act; with `mask: true` what is personal is hidden in it. With `send: true` and"
                            + " your name in `author` it is added to the removal task behind it and goes wherever tasks go.")
    public TriageView triage(String body, @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        return answers.look(TriageRequest.read(body));
    }
}
