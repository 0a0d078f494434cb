package offlist.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import offlist.delist.TaskDesk;
import offlist.delist.TaskFilter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/tasks}. */
@Path("/api/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Removal")
public class TasksResource {
    private static final String OPEN =
            "{\"address\": \"192.0.2.10\", \"list\": \"spamcop\", \"author\": \"ann\", \"note\": \"taken up again\"}";

    private final Wanted wanted;
    private final TaskAnswers answers;

    TasksResource(Sources sources) {
        this.wanted = new Wanted(sources.setup());
        this.answers = new TaskAnswers(sources);
    }

    @GET
    @Operation(summary = "Removal tasks, newest first")
    public Page<TaskView> tasks(
            @Parameter(
                            description =
                                    "open, preparing, blocked, ready, requested, waiting, overdue or closed; or live,"
                                            + " which is all of them but closed")
                    @QueryParam("state")
                    @Nullable
                    String state,
            @Parameter(description = "true: all but closed ones, false: closed ones; instead of `state`")
                    @QueryParam("open")
                    @Nullable
                    String open,
            @QueryParam("list") @Nullable String list,
            @QueryParam("pool") @Nullable String pool,
            @QueryParam("address") @Nullable String address,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "1 to 1000, default 100") @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters(), "state", "open", "list", "pool", "address", "cursor", "limit");
        TaskFilter filter = new TaskFilter(
                TaskAnswers.state(Wanted.given(state), Wanted.given(open)),
                wanted.pool(Wanted.given(pool)),
                wanted.listOrReceiver(Wanted.given(list)),
                Wanted.target(Wanted.given(address)));
        return answers.tasks(filter, Wanted.cursor(Wanted.given(cursor)), Wanted.limit(Wanted.given(limit)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            summary = "Open the removal task of a listing by hand, or take it up again",
            description =
                    "`address` and `list` name an open listing, or the receiver of an open block; `author` says who you are, `note` why. Tasks open by themselves: this is"
                            + " for one that was given up, and for a listing that has none. 409 where nothing is listed.")
    @APIResponse(
            responseCode = "200",
            description = "There is a live task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    @APIResponse(
            responseCode = "201",
            description = "It was opened, or opened again; `Location` leads to it",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public Response open(String body, @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        TaskAnswers.TaskOpened done =
                answers.open(JsonBody.read(body, OPEN, List.of("list", "address", "author", "note")));
        return (done.opened()
                        ? Response.created(
                                URI.create("/api/v1/tasks/" + done.task().id()))
                        : Response.ok())
                .entity(done.task())
                .build();
    }

    @PATCH
    @Path("{task}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            summary = "Do something about a removal task",
            description =
                    "`action` is `explain` (`cause`, `fix`), `look`, `waive` (`check`, `about`, `why`), `request` (`how`,"
                            + " `reference`, `note`, `anyway`), `acknowledge` (`reference`), `refuse`, `withdraw`, `reopen` (`why`) or"
                            + " `note` (`note`); `author` says who you are. What cannot be done now is answered by 409 with the reason,"
                            + " and the date from which it can.")
    public TaskView change(@PathParam("task") String task, String body, @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        return answers.act(task, TaskRequest.read(body));
    }

    @GET
    @Path("{task}/history")
    @Operation(summary = "Who did what about a removal task, newest first")
    public Page<TaskDesk.Step> history(
            @PathParam("task") String task,
            @Parameter(description = "1 to 1000, default 100") @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters(), "limit");
        return answers.history(task, Wanted.limit(Wanted.given(limit)));
    }

    @POST
    @Path("{task}/mail")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            summary = "Send the removal request by mail, or see what would be sent",
            description =
                    "`author` says who you are. Without `send: true` nothing is sent and nothing changes. It goes to the address that"
                            + " the catalogue or your configuration names, where `removal.mail.send` is switched on. The request is written"
                            + " down before it goes out and taken back only when it certainly did not, so no list is asked twice.")
    public MailView mail(@PathParam("task") String task, String body, @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        return answers.mail(
                task, JsonBody.read(body, "{\"author\": \"ann\", \"send\": false}", List.of("author", "send")));
    }

    @GET
    @Path("{task}/draft")
    @Operation(
            summary = "A request for removal, written from what is known",
            description =
                    "It is for copying, and sent to nobody by this. `missing` says what is still to be said; the body has a marked gap for each of it.")
    public DraftView draft(@PathParam("task") String task, @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        return answers.draft(task);
    }

    @GET
    @Path("{task}")
    @Operation(summary = "One removal task with its steps")
    public TaskView task(@PathParam("task") String task, @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters());
        return answers.task(task);
    }
}
