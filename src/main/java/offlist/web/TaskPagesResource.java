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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The pages of removal tasks, and what their buttons do. */
@Path("/")
@Produces("text/html;charset=UTF-8")
@Blocking
public class TaskPagesResource {
    private final TaskPages pages;

    TaskPagesResource(Sources sources) {
        this.pages = new TaskPages(sources);
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance tasks(TasksPage page);

        static native TemplateInstance task(TaskPage page);
    }

    @GET
    @Path("tasks")
    @Operation(hidden = true)
    public TemplateInstance tasks(@Context UriInfo uri) {
        return Templates.tasks(pages.tasks(TaskQuery.read(uri.getQueryParameters())));
    }

    @GET
    @Path("tasks/{task}")
    @Operation(hidden = true)
    public TemplateInstance task(
            @PathParam("task") String task,
            @QueryParam("said") @Nullable String said,
            @CookieParam(AuthorCookie.NAME) @Nullable String author) {
        return Templates.task(pages.task(task, Wanted.given(said), AuthorCookie.read(author)));
    }

    @POST
    @Path("tasks/{task}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response act(@PathParam("task") String task, MultivaluedMap<String, String> form) {
        TaskForm given = TaskForm.read(form);
        Response.ResponseBuilder answer = Response.seeOther(URI.create(pages.act(task, given)));
        AuthorCookie.header(given.author()).ifPresent(header -> answer.header(AuthorCookie.HEADER, header));
        return answer.build();
    }
}
