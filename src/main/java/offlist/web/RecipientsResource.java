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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import offlist.bounce.Recipients;
import offlist.bounce.Recipients.By;
import offlist.bounce.Recipients.Group;
import offlist.bounce.Refusals;
import offlist.bounce.Refusals.Impact;
import offlist.web.Problem.Kind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/recipients}. */
@Path("/api/v1/recipients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Refusals")
@Blocking
public class RecipientsResource {
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63}){0,30}\\.?");

    private final Refusals refusals;

    private final Recipients recipients;
    private final Wanted wanted;

    RecipientsResource(Refusals refusals, Recipients recipients, Sources sources) {
        this.refusals = refusals;
        this.recipients = recipients;
        this.wanted = new Wanted(sources.setup());
    }

    /**
     * Those who refuse us together.
     *
     * @param name the recipients' domain, or the end of the names of the servers that refused
     * @param addresses of ours that were refused, as far as that is told
     */
    public record GroupView(
            String name,
            List<String> domains,
            List<String> mx,
            List<String> addresses,
            List<String> classes,
            long refusals,
            Instant first,
            Instant last) {
        static GroupView of(Group group) {
            return new GroupView(
                    group.name(),
                    List.copyOf(group.domains()),
                    List.copyOf(group.mx()),
                    List.copyOf(group.addresses()),
                    List.copyOf(group.classes()),
                    group.refusals(),
                    group.first(),
                    group.last());
        }
    }

    @GET
    @Operation(
            summary = "Who refuses our addresses, the most refusals first",
            description =
                    "By the recipients' domain, or with `by=mx` by the operator of their mail servers, which is told by the end"
                            + " of the servers' names. With `list`, only those whose refusals name it: who goes by this list.")
    public Page<GroupView> recipients(
            @Parameter(description = "domain or mx, default domain") @QueryParam("by") @Nullable String by,
            @QueryParam("list") @Nullable String list,
            @Parameter(description = "RFC 3339; default seven days ago") @QueryParam("since") @Nullable String since,
            @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters(), "by", "list", "since");
        By grouped = Wanted.given(by)
                .map(text -> switch (text) {
                    case "domain" -> By.DOMAIN;
                    case "mx" -> By.MX;
                    default -> throw Wanted.wrong("by", text, "domain or mx");
                })
                .orElse(By.DOMAIN);
        Instant from = Wanted.time("since", Wanted.given(since)).orElseGet(refusals::usual);
        return Page.whole(recipients.since(from, grouped, wanted.list(Wanted.given(list))).stream()
                .map(GroupView::of)
                .toList());
    }

    /**
     * How our addresses fare with a domain.
     *
     * @param since of what is counted here
     * @param refused one row for each address and reason, the most refusals first
     */
    public record RecipientView(String domain, Instant since, List<RefusedView> refused) {}

    /**
     * An address that the recipients of a domain refuse.
     *
     * @param address null where the refusals do not tell
     * @param first when it was refused for the first time since then
     */
    public record RefusedView(
            @Nullable String address,

            @com.fasterxml.jackson.annotation.JsonProperty("class")
            String refusalClass,

            @Nullable String operator,
            boolean relevant,
            long refusals,
            Instant first,
            Instant last) {
        static RefusedView of(Impact impact) {
            return new RefusedView(
                    impact.address().orElse(null),
                    impact.refusalClass(),
                    impact.operator().orElse(null),
                    impact.relevant(),
                    impact.refusals(),
                    impact.first(),
                    impact.last());
        }
    }

    @GET
    @Path("{domain}")
    @Operation(summary = "Which of our addresses the recipients of a domain refuse, why, and since when")
    public RecipientView recipient(
            @PathParam("domain") String domain,
            @Parameter(description = "RFC 3339; default seven days ago") @QueryParam("since") @Nullable String since,
            @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters(), "since");
        String name = domain.toLowerCase(Locale.ROOT);
        if (!DOMAIN.matcher(name).matches()) {
            throw new ProblemException(Kind.BAD_PARAMETER, Wanted.shown(domain) + " is no domain name");
        }
        Instant from = Wanted.time("since", Wanted.given(since)).orElseGet(refusals::usual);
        return new RecipientView(
                name,
                from,
                refusals.impact(name, from).stream().map(RefusedView::of).toList());
    }
}
