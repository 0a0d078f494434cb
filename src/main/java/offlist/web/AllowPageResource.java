package offlist.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import offlist.journal.PoolHistory;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page of the addresses of a pool. */
@Path("/pools/{pool}/allow")
@Produces("text/html;charset=UTF-8")
@Blocking
public class AllowPageResource {
    private final AllowPages pages;

    AllowPageResource(Sources sources, PoolHistory history) {
        this.pages = new AllowPages(sources, history);
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance allow(AllowPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance allow(@PathParam("pool") String pool) {
        return Templates.allow(pages.page(pool));
    }
}
