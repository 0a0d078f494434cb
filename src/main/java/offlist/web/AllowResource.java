package offlist.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import offlist.journal.PoolHistory;
import offlist.journal.PoolHistory.Changes;
import offlist.pool.DomainName;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/pools/{pool}/allow}. */
@Path("/api/v1/pools/{pool}/allow")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
@Tag(name = "Pools and addresses")
@Blocking
public class AllowResource {
    private final AllowAnswers answers;

    AllowResource(Sources sources, PoolHistory history) {
        this.answers = new AllowAnswers(sources, history);
    }

    @GET
    @Operation(
            summary = "The addresses of a pool, for recipients who want to allow them",
            description =
                    "Only what is a member now, without domains. `text` is one address a line, `cidr` the fewest networks"
                            + " that hold these addresses and no other, `json` both with the time of the last change, `spf`"
                            + " records to include. With `ETag` and `Last-Modified`, so that a question with"
                            + " `If-None-Match` or `If-Modified-Since` costs nothing. With `since` only what was added and"
                            + " removed; take the `changedAt` of the last answer for the next one.")
    @APIResponse(responseCode = "200", description = "The addresses")
    @APIResponse(responseCode = "304", description = "They are still the same")
    @APIResponse(responseCode = "409", description = "They do not fit into SPF records")
    @APIResponse(responseCode = "410", description = "What changed since then is not known any more")
    public Response allow(
            @PathParam("pool") String pool,
            @Parameter(description = "json, text, cidr or spf; else the Accept header decides between json and text")
                    @QueryParam("format")
                    @Nullable
                    String format,
            @Parameter(description = "RFC 3339; with json and text") @QueryParam("since") @Nullable String since,
            @Parameter(description = "with spf: the name at which the record will stand") @QueryParam("name") @Nullable
                    String name,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Wanted.onlyKnown(uri.getQueryParameters(), "format", "since", "name");
        AllowFormat wanted = AllowFormat.wanted(
                Wanted.given(format),
                headers.getAcceptableMediaTypes().stream()
                        .map(type -> type.getType() + "/" + type.getSubtype())
                        .toList());
        AllowList list = answers.list(pool);
        Optional<Instant> from = Wanted.time("since", Wanted.given(since));
        return from.isPresent()
                ? changes(list, wanted, from.get())
                : whole(list, wanted, AllowAnswers.name(list, Wanted.given(name)), headers);
    }

    private Response changes(AllowList list, AllowFormat format, Instant since) {
        Changes.Known known = answers.since(list, since);
        StreamingOutput body = switch (format) {
            case JSON -> out -> AllowWriter.json(list, since, known, out);
            case TEXT -> out -> AllowWriter.text(known, out);
            case CIDR, SPF -> throw Wanted.wrong("format", format.label(), "json or text where there is `since`");
        };
        return Response.ok(body, format.contentType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Response whole(AllowList list, AllowFormat format, DomainName name, HttpHeaders headers) {
        Fresh fresh = new Fresh(list.tag(format, name.text()), list.changedAt(), answers.now());
        if (fresh.same(headers::getHeaderString)) {
            return with(fresh, Response.notModified());
        }
        StreamingOutput body = switch (format) {
            case JSON -> out -> AllowWriter.json(list, out);
            case TEXT -> out -> AllowWriter.text(list, out);
            case CIDR -> out -> AllowWriter.cidr(list, out);
            case SPF -> {
                SpfRecords spf = answers.spf(list, name);
                yield out ->
                        AllowWriter.lines(AllowAnswers.zoneFile(list, spf, name).iterator(), out);
            }
        };
        return with(fresh, Response.ok(body, format.contentType()));
    }

    private static Response with(Fresh fresh, Response.ResponseBuilder answer) {
        fresh.headers().forEach(answer::header);
        return answer.build();
    }
}
