package offlist.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import offlist.bounce.Blocks;
import offlist.bounce.Complaints;
import offlist.bounce.RefusalDesk;
import offlist.bounce.Refusals;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page of refusals, where a bounce can be pasted. */
@Path("/refusals")
@Produces("text/html;charset=UTF-8")
@Blocking
public class RefusalPagesResource {
    private final RefusalPages pages;

    RefusalPagesResource(Sources sources, Refusals refusals, Blocks blocks, Complaints complaints, RefusalDesk desk) {
        this.pages = new RefusalPages(sources, refusals, blocks, complaints, desk);
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance refusals(RefusalsPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance refusals(
            @QueryParam("address") @Nullable String address,
            @QueryParam("domain") @Nullable String domain,
            @QueryParam("receiver") @Nullable String receiver) {
        return Templates.refusals(pages.page(new RefusalPages.Query(given(address), given(domain), given(receiver))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance read(MultivaluedMap<String, String> form) {
        return Templates.refusals(pages.read(given(form.getFirst("text"))));
    }

    private static String given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).orElse("");
    }
}
