package offlist.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import offlist.journal.ListingFilter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/listings}. */
@Path("/api/v1/listings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Listings")
public class ListingsResource {
    private final Wanted wanted;
    private final ListingAnswers answers;

    ListingsResource(Sources sources) {
        this.wanted = new Wanted(sources.setup());
        this.answers = new ListingAnswers(sources);
    }

    @GET
    @Operation(summary = "Listings, newest first")
    public Page<ListingView> listings(
            @Parameter(description = "true: open ones, false: those that are over") @QueryParam("open") @Nullable
                    String open,
            @QueryParam("pool") @Nullable String pool,
            @QueryParam("list") @Nullable String list,
            @QueryParam("address") @Nullable String address,
            @Parameter(description = "`incident` of a listing: all that belong together")
                    @QueryParam("incident")
                    @Nullable
                    String incident,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "1 to 1000, default 100") @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters(), "open", "pool", "list", "address", "incident", "cursor", "limit");
        ListingFilter filter = new ListingFilter(
                Wanted.flag("open", Wanted.given(open)),
                wanted.pool(Wanted.given(pool)),
                wanted.list(Wanted.given(list)),
                Wanted.target(Wanted.given(address)),
                Wanted.given(incident));
        return answers.listings(filter, Wanted.cursor(Wanted.given(cursor)), Wanted.limit(Wanted.given(limit)));
    }
}
