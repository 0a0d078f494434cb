package offlist.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages; {@code ?refresh=off} keeps one as it is. */
@Path("/")
@Produces("text/html;charset=UTF-8")
@Blocking
public class PagesResource {
    private final Pages pages;

    PagesResource(Sources sources) {
        this.pages = new Pages(sources);
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance start(StartPage page);

        static native TemplateInstance address(AddressPage page);

        static native TemplateInstance list(ListPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance start(@QueryParam("refresh") @DefaultValue("on") String refresh) {
        return Templates.start(pages.start(!refresh.equals("off")));
    }

    @GET
    @Path("addresses/{address}")
    @Operation(hidden = true)
    public TemplateInstance address(
            @PathParam("address") String address, @QueryParam("refresh") @DefaultValue("on") String refresh) {
        return Templates.address(pages.address(address, !refresh.equals("off")));
    }

    @GET
    @Path("lists/{list}")
    @Operation(hidden = true)
    public TemplateInstance list(
            @PathParam("list") String list, @QueryParam("refresh") @DefaultValue("on") String refresh) {
        return Templates.list(pages.list(list, !refresh.equals("off")));
    }
}
