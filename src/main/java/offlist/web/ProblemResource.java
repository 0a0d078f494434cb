package offlist.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import offlist.store.StoreException;
import offlist.web.Problem.Kind;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says what is wrong: as a problem document to programs, under {@code /api} and at {@code /probe}, and as a page elsewhere; never with a stack trace. */
public class ProblemResource {
    private static final System.Logger LOG = System.getLogger(ProblemResource.class.getName());
    private static final String PROBLEM_JSON = "application/problem+json";

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance problem(Problem problem);
    }

    @ServerExceptionMapper
    Response ours(ProblemException e, UriInfo uri) {
        return answer(e.problem(), uri);
    }

    @ServerExceptionMapper
    Response store(StoreException e, UriInfo uri) {
        return answer(Problem.of(Kind.STORE_FAILED, String.valueOf(e.getMessage())), uri);
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException e, UriInfo uri) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        return answer(Problem.of(Kind.of(status), detail(Kind.of(status), uri)), uri);
    }

    /**
     * What breaks while a body is read is the caller's end of the connection. One that turned out too long has been answered by then, and
     * a caller who has hung up hears nothing: an answer without an entity is not written.
     */
    @ServerExceptionMapper
    Response connection(IOException e, UriInfo uri, RoutingContext context) {
        HttpServerResponse response = context.response();
        return response.ended() || response.closed()
                ? Response.status(Kind.BAD_REQUEST.status()).build()
                : answer(Problem.of(Kind.BAD_REQUEST, "the request breaks off, or is no HTTP"), uri);
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable e, UriInfo uri) {
        LOG.log(System.Logger.Level.ERROR, "a request could not be answered", e);
        return answer(Problem.of(Kind.FAILED, "something went wrong inside; the log says what"), uri);
    }

    private static Response answer(Problem problem, UriInfo uri) {
        boolean api = uri.getPath().startsWith("/api/") || uri.getPath().equals(ProbeResource.PATH);
        Response.ResponseBuilder response = Response.status(problem.status());
        return api
                ? response.type(PROBLEM_JSON).entity(problem).build()
                : response.type("text/html;charset=UTF-8")
                        .entity(Templates.problem(problem).render())
                        .build();
    }

    private static String detail(Kind kind, UriInfo uri) {
        String path = Wanted.shown(uri.getPath());
        return switch (kind) {
            case NOT_FOUND -> "there is nothing at " + path;
            case WRONG_METHOD -> path + " does not take this method";
            case NOT_ACCEPTABLE -> path + " has no such representation; it is application/json";
            case WRONG_CONTENT_TYPE -> path + " takes application/json";
            case TOO_LARGE -> "the request is larger than is taken here";
            default -> "the request could not be understood";
        };
    }
}
