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
import java.util.List;
import java.util.Locale;
import offlist.bounce.Block;
import offlist.bounce.Blocks;
import offlist.pool.PoolName;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/blocks}. */
@Path("/api/v1/blocks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Refusals")
@Blocking
public class BlocksResource {
    private final Blocks blocks;

    BlocksResource(Blocks blocks) {
        this.blocks = blocks;
    }

    /**
     * A receiver that refuses an address by a judgement of its own.
     *
     * @param receiver the catalogue's private list, else the operator, else the domain of the recipients
     * @param code the receiver's own, such as S3150
     * @param reply its last words
     * @param recipients how many were refused since it began, and within a day before
     * @param closedBecause {@code delivered} or {@code quiet}, null while it is open
     */
    public record BlockView(
            String id,
            String address,
            String receiver,
            List<String> pools,
            @Nullable String code,
            String reply,
            Instant openedAt,
            Instant lastAt,
            long recipients,
            @Nullable Instant closedAt,
            @Nullable String closedBecause) {
        static BlockView of(Block block, long recipients) {
            return new BlockView(
                    block.id(),
                    block.address().text(),
                    block.receiver().value(),
                    block.pools().stream().map(PoolName::value).toList(),
                    block.code().orElse(null),
                    block.reply(),
                    block.openedAt(),
                    block.lastAt(),
                    recipients,
                    block.closedAt().orElse(null),
                    block.ending().map(Block.Ending::label).orElse(null));
        }
    }

    @GET
    @Operation(summary = "Receivers that refuse an address by a judgement of their own, newest first")
    public Page<BlockView> blocks(
            @Parameter(description = "true: those that are not over") @QueryParam("open") @Nullable String open,
            @QueryParam("address") @Nullable String address,
            @Parameter(description = "Domain of a recipient") @QueryParam("domain") @Nullable String domain,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "1 to 1000, default 100") @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters(), "open", "address", "domain", "cursor", "limit");
        int most = Wanted.limit(Wanted.given(limit));
        List<Block> found = blocks.find(
                Wanted.flag("open", Wanted.given(open)),
                Wanted.target(Wanted.given(address)).map(RefusalsResource::address),
                Wanted.given(domain).map(name -> name.toLowerCase(Locale.ROOT)),
                Wanted.cursor(Wanted.given(cursor)),
                most + 1);
        return Page.of(found, most, Block::id, block -> BlockView.of(block, blocks.recipients(block)));
    }
}
