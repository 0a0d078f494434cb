package offlist.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

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
    }

    @GET
    @Path("tasks")
    @Operation(hidden = true)
    public TemplateInstance tasks(@Context UriInfo uri) {
        return Templates.tasks(pages.tasks(TaskQuery.read(uri.getQueryParameters())));
    }
}
