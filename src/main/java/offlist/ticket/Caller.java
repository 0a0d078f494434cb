package offlist.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import offlist.alert.CappedBody;
import offlist.alert.HttpReplies;
import offlist.alert.Outcome;
import offlist.alert.SafeText;
import offlist.ticket.Preset.Call;

/** Asks a system, and says of every answer what it means for what was asked. */
class Caller {
    private static final int SHOWN = 200;
    /** A page of a hundred tickets with their texts. */
    private static final int READ = 4 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final Duration patience;

    /** @param client follows no redirects, so that a token goes nowhere else */
    Caller(HttpClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    Answer call(TicketSystem system, Call call, Values values) {
        HttpRequest request;
        try {
            request = request(system, call, values);
        } catch (IllegalArgumentException e) {
            return new Answer.Refused("the request cannot be written: is the address or the token wrong?");
        }
        CompletableFuture<HttpResponse<String>> exchange = client.sendAsync(request, info -> new CappedBody(READ));
        try {
            return read(system, exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return unanswered(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            exchange.cancel(true);
            return new Answer.Unclear("no reply in time", Optional.empty());
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Unclear("interrupted", Optional.empty());
        }
    }

    private HttpRequest request(TicketSystem system, Call call, Values values) {
        BodyPublisher body =
                call.body().map(values::body).map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(values.url(call.url())))
                .timeout(patience)
                .header("User-Agent", "offlist")
                .method(call.method(), body);
        if (call.body().isPresent()) {
            request.header("Content-Type", "application/json");
        }
        Values.headers(system).forEach(request::setHeader);
        return request.build();
    }

    private static Answer unanswered(Throwable why) {
        Outcome outcome = HttpReplies.unanswered(why);
        String cause = outcome instanceof Outcome.RetryLater later ? later.cause() : "no reply";
        // Nothing has left for a system that was never reached.
        return why instanceof ConnectException || why instanceof HttpConnectTimeoutException
                ? new Answer.Later(cause, Optional.empty())
                : new Answer.Unclear(cause, Optional.empty());
    }

    private static Answer read(TicketSystem system, HttpResponse<String> response) {
        int status = response.statusCode();
        Optional<String> retryAfter = response.headers().firstValue("Retry-After");
        Outcome outcome =
                HttpReplies.outcome(status, retryAfter, response.headers().firstValue("Date"), words(system, response));
        return switch (outcome) {
            case Outcome.Delivered delivered -> taken(status, response.body());
            case Outcome.RetryLater later ->
                status == 429 || status == 425
                        ? new Answer.Later(later.cause(), later.after())
                        : new Answer.Unclear(later.cause(), later.after());
            case Outcome.GivenUp up -> refused(status, retryAfter, response, up.cause());
        };
    }

    private static Answer taken(int status, String body) {
        try {
            return new Answer.Taken(body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body));
        } catch (JsonProcessingException e) {
            return new Answer.Unclear("HTTP " + status + " with an answer that is no JSON", Optional.empty());
        }
    }

    private static Answer refused(
            int status, Optional<String> retryAfter, HttpResponse<String> response, String cause) {
        // GitHub says 403 also to who asks too often.
        boolean tooOften = retryAfter.isPresent()
                || response.headers().firstValue("x-ratelimit-remaining").equals(Optional.of("0"));
        return switch (status) {
            case 403 -> tooOften ? new Answer.Later(cause, seconds(retryAfter)) : new Answer.Barred(cause);
            case 401, 407 -> new Answer.Barred(cause);
            case 404, 410 -> new Answer.Gone(cause);
            case 409 -> new Answer.Conflict(cause);
            default -> status < 400 ? new Answer.Barred(cause) : new Answer.Refused(cause);
        };
    }

    private static Optional<Duration> seconds(Optional<String> retryAfter) {
        return retryAfter
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
    }

    /** A server that repeats what it was asked does not get our secret into the log. */
    private static String words(TicketSystem system, HttpResponse<String> response) {
        String body = response.body();
        for (String secret : Values.secrets(system)) {
            body = body.replace(secret, "***");
        }
        return SafeText.line(body, SHOWN);
    }
}
