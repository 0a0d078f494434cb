package offlist.alert;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import offlist.yaml.Secret;

/** Posts JSON to an address that may be a secret, and waits for the reply no longer than it should. */
public final class HttpPost {
    private static final int SHOWN = 200;

    private final HttpClient client;
    private final Duration patience;

    /**
     * @param client follows no redirects, so that a secret goes nowhere else
     * @param patience for the whole exchange
     */
    public HttpPost(HttpClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    /** @param key the same for every attempt */
    public Outcome send(Secret address, String json, String key) {
        HttpRequest request;
        try {
            request = HttpRequest.newBuilder(URI.create(address.reveal()))
                    .timeout(patience)
                    .header("Content-Type", "application/json; charset=utf-8")
                    .header("User-Agent", "offlist")
                    .header("Idempotency-Key", key)
                    .POST(BodyPublishers.ofString(json))
                    .build();
        } catch (IllegalArgumentException e) {
            return new Outcome.GivenUp("the address to post to is no URL");
        }
        return await(client.sendAsync(request, info -> new CappedBody(SHOWN * 4)), address);
    }

    private Outcome await(CompletableFuture<HttpResponse<String>> exchange, Secret address) {
        try {
            return outcome(exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS), address);
        } catch (ExecutionException e) {
            return HttpReplies.unanswered(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            exchange.cancel(true);
            return new Outcome.RetryLater("no reply in time", Optional.empty());
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.RetryLater("interrupted", Optional.empty());
        }
    }

    private static Outcome outcome(HttpResponse<String> response, Secret address) {
        String words = SafeText.line(conceal(response.body(), address), SHOWN);
        return HttpReplies.outcome(
                response.statusCode(),
                response.headers().firstValue("Retry-After"),
                response.headers().firstValue("Date"),
                words);
    }

    /** A server that repeats what it was asked does not get our secret into the log. */
    private static String conceal(String body, Secret address) {
        String path = URI.create(address.reveal()).getRawPath();
        String known = body.replace(address.reveal(), "***");
        return path.length() > 1 ? known.replace(path, "***") : known;
    }
}
