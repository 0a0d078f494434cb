package offlist.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import offlist.metrics.TargetExposition;
import offlist.metrics.TargetExposition.Written;
import offlist.metrics.TargetReading;
import offlist.web.Problem.Kind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /probe}, for Prometheus' multi-target pattern. */
@Path(ProbeResource.PATH)
@Tag(name = "Checks")
@Blocking
public class ProbeResource {
    static final String PATH = "/probe";

    private static final Duration USUAL = Duration.ofMillis(9500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** What an answer needs on its way back before the scrape is given up. */
    private static final Duration WAY_BACK = Duration.ofMillis(500);

    private final ProbeAnswers answers;

    ProbeResource(Sources sources) {
        this.answers = new ProbeAnswers(
                sources,
                new StrangerLooks(sources.checks(), () -> sources.board().now().at()));
    }

    @GET
    @Operation(
            summary = "What blocking lists say about one address or domain, as metrics",
            description =
                    "Of a member of a pool, what is known; no question leaves. About any other target the lists are asked, each no"
                            + " more often than in its own turns and within what it allows, and only while it can be believed."
                            + " What is not known has no series: it comes with a later scrape.")
    public Response probe(
            @Parameter(description = "An IP address or a domain name") @QueryParam("target") @Nullable String target,
            @Parameter(description = "Ids of lists with commas between; without, all that are asked")
                    @QueryParam("lists")
                    @Nullable
                    String lists,
            @HeaderParam("X-Prometheus-Scrape-Timeout-Seconds") @Nullable String timeout,
            @HeaderParam("Sec-Fetch-Site") @Nullable String site,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context UriInfo uri) {
        Wanted.onlyKnown(uri.getQueryParameters(), "target", "lists");
        onlyOurs(site);
        TargetReading reading = answers.read(
                Wanted.target(Wanted.needed("target", target)), named(Wanted.given(lists)), patience(timeout));
        Written written =
                TargetExposition.write(reading, Optional.ofNullable(accept).orElse(""));
        return Response.ok(written.body(), written.contentType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** It makes questions leave, so a page of another site may not let a visitor's browser ask. */
    private static void onlyOurs(@Nullable String site) {
        if ("cross-site".equals(site)) {
            throw new ProblemException(Kind.FOREIGN_PAGE, "only programs, and pages of this site, may ask lists here");
        }
    }

    private static List<String> named(Optional<String> lists) {
        return lists.stream()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    /** What a scraper leaves; one that says nothing sensible waits ten seconds, as Prometheus does. */
    static Duration patience(@Nullable String timeout) {
        if (timeout == null || !timeout.matches("\\d{1,6}(\\.\\d{1,9})?")) {
            return USUAL;
        }
        Duration left =
                Duration.ofMillis((long) (Double.parseDouble(timeout) * 1000)).minus(WAY_BACK);
        return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) > 0 ? LONGEST : left;
    }
}
