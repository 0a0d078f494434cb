package offlist.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import offlist.bounce.RefusalDesk;
import offlist.triage.CaseFinder;
import offlist.triage.TriageDesk;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page where somebody finds out why a recipient does not take our mail. */
@Path("/triage")
@Produces("text/html;charset=UTF-8")
@Blocking
public class TriagePagesResource {
    private final TriagePages pages;

    TriagePagesResource(CaseFinder cases, TriageDesk triage, RefusalDesk refusals, Sources sources) {
        this.pages = new TriagePages(sources, new TriageAnswers(cases, triage, refusals, sources.tasks()));
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance triage(TriagePage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance triage(
            @QueryParam("address") @Nullable String address,
            @QueryParam("recipient") @Nullable String recipient,
            @QueryParam("refusal") @Nullable String refusal,
            @CookieParam(AuthorCookie.NAME) @Nullable String author) {
        return Templates.triage(pages.page(
                new TriagePage.Form(given(address), given(recipient), "", given(refusal), AuthorCookie.read(author))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response look(
            MultivaluedMap<String, String> form, @CookieParam(AuthorCookie.NAME) @Nullable String remembered) {
        Optional<String> author = Optional.of(given(form.getFirst("author")))
                .filter(name -> !name.isEmpty())
                .map(TaskRequest::words);
        TriagePage.Form asked = new TriagePage.Form(
                given(form.getFirst("address")),
                given(form.getFirst("recipient")),
                given(form.getFirst("bounce")),
                given(form.getFirst("refusal")),
                author.orElseGet(() -> AuthorCookie.read(remembered)));
        boolean mask = form.containsKey("mask");
        boolean send = form.containsKey("send");
        TriagePage page = send && author.isEmpty()
                ? pages.wrong(asked, "Say who you are, so that others know who added it.")
                : pages.look(asked, mask, send ? author : Optional.empty());
        Response.ResponseBuilder answer = Response.ok(Templates.triage(page));
        author.flatMap(AuthorCookie::header).ifPresent(header -> answer.header(AuthorCookie.HEADER, header));
        return answer.build();
    }

    private static String given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).orElse("");
    }
}
