package offlist.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.stream.Stream;
import offlist.bounce.RefusalFilter;
import offlist.bounce.Refusals;
import offlist.bounce.Refusals.Kept;
import offlist.catalogue.ListId;
import offlist.pool.IpAddress;
import offlist.pool.Target;
import offlist.reply.RefusalClass;
import offlist.web.Problem.Kind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/refusals}. */
@Path("/api/v1/refusals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Refusals")
@Blocking
public class RefusalsResource {
    private final Refusals refusals;
    private final Wanted wanted;

    RefusalsResource(Refusals refusals, Sources sources) {
        this.refusals = refusals;
        this.wanted = new Wanted(sources.setup());
    }

    @GET
    @Operation(summary = "Who refused us, newest first")
    public Page<RefusalView> refusals(
            @QueryParam("address") @Nullable String address,
            @Parameter(description = "Domain of the recipient") @QueryParam("domain") @Nullable String domain,
            @Parameter(description = "A list that the refusal names") @QueryParam("list") @Nullable String list,
            @Parameter(description = "A receiver that judges for itself, as in blocks")
                    @QueryParam("receiver")
                    @Nullable
                    String receiver,
            @Parameter(description = "A word of `class`") @QueryParam("class") @Nullable String refusalClass,
            @Parameter(description = "true: about our address, network or reputation") @QueryParam("relevant") @Nullable
                    String relevant,
            @Parameter(description = "RFC 3339; only what was seen then or later") @QueryParam("since") @Nullable
                    String since,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "1 to 1000, default 100") @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Wanted.onlyKnown(
                uri.getQueryParameters(),
                "address",
                "domain",
                "list",
                "receiver",
                "class",
                "relevant",
                "since",
                "cursor",
                "limit");
        RefusalFilter filter = new RefusalFilter(
                Wanted.target(Wanted.given(address)).map(RefusalsResource::address),
                Wanted.given(domain).map(name -> name.toLowerCase(Locale.ROOT)),
                wanted.list(Wanted.given(list)),
                Wanted.given(receiver).flatMap(ListId::parse),
                Wanted.given(refusalClass).map(RefusalsResource::known),
                Wanted.flag("relevant", Wanted.given(relevant)),
                Wanted.time("since", Wanted.given(since)));
        int most = Wanted.limit(Wanted.given(limit));
        return Page.of(
                refusals.find(filter, Wanted.cursor(Wanted.given(cursor)), most + 1), most, Kept::id, RefusalView::of);
    }

    @GET
    @Path("{refusal}")
    @Operation(summary = "One refusal, and what the lists that it names said")
    public RefusalView refusal(@PathParam("refusal") String id, @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        return refusals.byId(id)
                .map(RefusalView::of)
                .orElseThrow(() -> new ProblemException(
                        Kind.UNKNOWN_REFUSAL,
                        "there is no refusal " + Wanted.shown(id)
                                + "; GET /api/v1/refusals shows those that are kept"));
    }

    static IpAddress address(Target target) {
        if (target instanceof IpAddress address) {
            return address;
        }
        throw new ProblemException(Kind.BAD_ADDRESS, Wanted.shown(target.text()) + " is no address");
    }

    private static String known(String word) {
        return Stream.of(RefusalClass.values())
                .map(RefusalClass::label)
                .filter(word::equals)
                .findFirst()
                .orElseThrow(() -> Wanted.wrong("class", word, "a word such as public_list or private_list"));
    }
}
