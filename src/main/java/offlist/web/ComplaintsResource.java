package offlist.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import offlist.bounce.Complaints;
import offlist.bounce.Complaints.Count;
import offlist.bounce.Refusals;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/complaints}. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Refusals")
@Blocking
public class ComplaintsResource {
    private final Complaints complaints;
    private final Refusals refusals;

    ComplaintsResource(Complaints complaints, Refusals refusals) {
        this.complaints = complaints;
        this.refusals = refusals;
    }

    /**
     * Complaints about messages from one address.
     *
     * @param address null where the complaints do not tell
     * @param type {@code abuse}, {@code fraud}, {@code virus}, {@code not-spam}, {@code auth-failure} or {@code other}
     * @param domain of those who complained; null where that is not told
     */
    public record ComplaintView(
            @Nullable String address,
            String type,
            @Nullable String domain,
            long complaints,
            Instant first,
            Instant last) {
        static ComplaintView of(Count count) {
            return new ComplaintView(
                    count.address().orElse(null),
                    count.type(),
                    count.domain().orElse(null),
                    count.complaints(),
                    count.first(),
                    count.last());
        }
    }

    @GET
    @Operation(summary = "What recipients complained about, by address, the most complaints first")
    public Page<ComplaintView> complaints(
            @QueryParam("address") @Nullable String address,
            @Parameter(description = "RFC 3339; default seven days ago") @QueryParam("since") @Nullable String since,
            @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters(), "address", "since");
        Instant from = Wanted.time("since", Wanted.given(since)).orElseGet(refusals::usual);
        return Page.whole(
                complaints.since(from, Wanted.target(Wanted.given(address)).map(RefusalsResource::address)).stream()
                        .map(ComplaintView::of)
                        .toList());
    }
}
