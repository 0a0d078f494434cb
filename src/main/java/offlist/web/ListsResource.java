package offlist.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/lists}. */
@Path("/api/v1/lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Lists")
public class ListsResource {
    private final ListAnswers answers;

    ListsResource(Sources sources) {
        this.answers = new ListAnswers(sources);
    }

    @GET
    @Operation(summary = "The lists that are asked, with their health, then the others and why they are not asked")
    public Page<ListView> lists(
            @Parameter(description = "true: only those that are asked, false: only the others")
                    @QueryParam("asked")
                    @Nullable
                    String asked,
            @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters(), "asked");
        return answers.lists(Wanted.flag("asked", Wanted.given(asked)));
    }

    @GET
    @Path("{list}")
    @Operation(summary = "One list: health, codes, limits, how to come off it, open listings on it")
    public ListDetailView list(@PathParam("list") String list, @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        return answers.list(list);
    }
}
