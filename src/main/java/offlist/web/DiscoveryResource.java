package offlist.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import offlist.pool.Pool;
import offlist.pool.PoolName;
import offlist.pool.PoolSettings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/prometheus/targets}: the pools as Prometheus' HTTP service discovery reads them. */
@Path("/api/v1/prometheus/targets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pools and addresses")
@Blocking
public class DiscoveryResource {
    private final Sources sources;

    DiscoveryResource(Sources sources) {
        this.sources = sources;
    }

    @GET
    @Operation(
            summary = "The members of the pools, for Prometheus' HTTP service discovery",
            description =
                    "Groups by pool and kind: `targets` are addresses without a port, and domains; `labels` are `__meta_offlist_pool`,"
                            + " `__meta_offlist_kind` (`ipv4`, `ipv6`, `domain`) and `__meta_offlist_pool_label_NAME` for each label"
                            + " of the pool. An address in two pools is in both groups.")
    public StreamingOutput targets(
            @Parameter(description = "Only this pool") @QueryParam("pool") @Nullable String pool,
            @Parameter(description = "Only ipv4, ipv6 or domain") @QueryParam("kind") @Nullable String kind,
            @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters(), "pool", "kind");
        Optional<PoolName> only = new Wanted(sources.setup()).pool(Wanted.given(pool));
        List<PoolSettings> pools = sources.setup().pools().stream()
                .filter(each -> only.isEmpty() || only.get().equals(each.name()))
                .toList();
        Pool members = sources.board().now().pool();
        TargetGroups groups = new TargetGroups(pools, members, TargetGroups.kinds(Wanted.given(kind)));
        return groups::write;
    }
}
