package offlist.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The pages of incidents and silences, and what their buttons do. */
@Path("/")
@Produces("text/html;charset=UTF-8")
@Blocking
public class MutingPagesResource {
    private static final URI SILENCES = URI.create("/silences");

    private final MutingPages pages;

    MutingPagesResource(Muting muting, Sources sources) {
        this.pages = new MutingPages(muting, sources);
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance silences(SilencesPage page);

        static native TemplateInstance incident(IncidentPage page);
    }

    @GET
    @Path("silences")
    @Operation(hidden = true)
    public TemplateInstance silences(@CookieParam(AuthorCookie.NAME) @Nullable String author) {
        return Templates.silences(pages.silences(AuthorCookie.read(author)));
    }

    @POST
    @Path("silences")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response add(MultivaluedMap<String, String> form) {
        pages.answers().add(pages.request(form));
        return back(SILENCES, MutingPages.needed(form, "author"));
    }

    @POST
    @Path("silences/{silence}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response end(@PathParam("silence") String silence, MultivaluedMap<String, String> form) {
        String author = MutingPages.needed(form, "author");
        pages.answers().end(silence, author);
        return back(SILENCES, author);
    }

    @GET
    @Path("incidents/{incident:.+}")
    @Operation(hidden = true)
    public TemplateInstance incident(
            @PathParam("incident") String incident, @CookieParam(AuthorCookie.NAME) @Nullable String author) {
        return Templates.incident(pages.incident(incident, AuthorCookie.read(author)));
    }

    @POST
    @Path("incidents/{incident:.+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(@PathParam("incident") String incident, MultivaluedMap<String, String> form) {
        String author = MutingPages.needed(form, "author");
        if (MutingPages.field(form, "action").filter("withdraw"::equals).isPresent()) {
            pages.answers().withdraw(incident, author);
        } else {
            pages.answers()
                    .acknowledge(
                            incident, author, MutingPages.field(form, "comment").orElse(""));
        }
        return back(at(incident), author);
    }

    private static Response back(URI page, String author) {
        Response.ResponseBuilder answer = Response.seeOther(page);
        AuthorCookie.header(author).ifPresent(header -> answer.header(AuthorCookie.HEADER, header));
        return answer.build();
    }

    /** The page of an incident, whatever its id is made of. */
    static URI at(String incident) {
        try {
            return new URI(null, null, "/incidents/" + incident, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no path can be made of the incident " + incident, e);
        }
    }
}
