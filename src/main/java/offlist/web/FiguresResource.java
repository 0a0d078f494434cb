package offlist.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import offlist.delist.FigureBoard;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/v1/removal/figures}. */
@Path("/api/v1/removal/figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Removal")
public class FiguresResource {
    private final FigureBoard board;

    FiguresResource(FigureBoard board) {
        this.board = board;
    }

    @GET
    @Operation(
            summary = "What came of asking lists to let go in the last 90 days, of each list and pool",
            description =
                    "Reckoned once a minute. Times are from the listing to the first request (`toRequest`), from there to"
                            + " the delisting (`fromRequest`), and both together (`fromListing`).")
    public FiguresView figures(@Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        return FiguresView.of(board.now());
    }
}
