package offlist.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import offlist.bounce.Recipients;
import offlist.bounce.Recipients.By;
import offlist.bounce.Recipients.Group;
import offlist.bounce.Refusals;
import offlist.catalogue.DnsList;
import offlist.track.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page of those who refuse us. */
@Path("/recipients")
@Produces("text/html;charset=UTF-8")
@Blocking
public class RecipientsPagesResource {
    private static final int MOST = 200;
    private static final int MOST_SHOWN = 8;

    private final Sources sources;
    private final Recipients recipients;
    private final Refusals refusals;

    RecipientsPagesResource(Sources sources, Recipients recipients, Refusals refusals) {
        this.sources = sources;
        this.recipients = recipients;
        this.refusals = refusals;
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance recipients(RecipientsPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance recipients(
            @QueryParam("by") @Nullable String by, @QueryParam("list") @Nullable String list) {
        boolean byMx = "mx".equals(by);
        Optional<DnsList> only = Wanted.given(list).map(new Wanted(sources.setup())::list);
        Status status = sources.board().now();
        List<RecipientsPage.Row> rows =
                recipients.since(refusals.usual(), byMx ? By.MX : By.DOMAIN, only.map(DnsList::id)).stream()
                        .limit(MOST)
                        .map(group -> row(group, status.at()))
                        .toList();
        return Templates.recipients(new RecipientsPage(
                Frame.still("Recipients", status),
                only.map(each -> each.id().value()).orElse(null),
                only.map(DnsList::name).orElse(null),
                byMx,
                rows));
    }

    private static RecipientsPage.Row row(Group group, Instant now) {
        return new RecipientsPage.Row(
                group.name(),
                group.domains().stream()
                        .filter(domain -> !domain.equals(group.name()))
                        .limit(MOST_SHOWN)
                        .toList(),
                group.addresses().stream().limit(MOST_SHOWN).toList(),
                Math.max(0, group.addresses().size() - MOST_SHOWN),
                group.classes().stream().map(each -> each.replace('_', ' ')).collect(Collectors.joining(", ")),
                group.refusals(),
                When.of(group.first(), now),
                When.of(group.last(), now));
    }
}
