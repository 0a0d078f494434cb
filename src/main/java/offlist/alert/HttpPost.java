package offlist.alert;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import offlist.yaml.Secret;

/** Posts JSON to an address that may be a secret, and waits for the reply no longer than it should. */
public final class HttpPost {
    private static final int SHOWN = 200;
    /** More of a reply is never needed. */
    private static final int READ = 64 * 1024;

    private final HttpClient client;
    private final Duration patience;
    private final List<Secret> inside;

    /**
     * @param client follows no redirects, so that a secret goes nowhere else
     * @param patience for the whole exchange
     */
    public HttpPost(HttpClient client, Duration patience) {
        this(client, patience, List.of());
    }

    /** @param inside secrets that stand in what is posted */
    public HttpPost(HttpClient client, Duration patience, List<Secret> inside) {
        this.client = client;
        this.patience = patience;
        this.inside = List.copyOf(inside);
    }

    /**
     * What came back.
     *
     * @param outcome by the status alone
     * @param body the beginning of what the receiver said; empty when it said nothing
     */
    public record Reply(Outcome outcome, String body) {}

    /** @param key the same for every attempt */
    public Outcome send(Secret address, String json, String key) {
        return exchange(address, json, Map.of("Idempotency-Key", key)).outcome();
    }

    /** @param headers further ones; their values may be secrets and are not shown */
    public Reply exchange(Secret address, String json, Map<String, String> headers) {
        return exchange("POST", address, json, headers);
    }

    /** The same with another method. */
    public Reply exchange(String method, Secret address, String json, Map<String, String> headers) {
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(URI.create(address.reveal()))
                    .timeout(patience)
                    .header("Content-Type", "application/json; charset=utf-8")
                    .header("User-Agent", "offlist")
                    .method(method, BodyPublishers.ofString(json));
            headers.forEach(request::setHeader);
        } catch (IllegalArgumentException e) {
            return new Reply(new Outcome.GivenUp("the address to post to is no URL"), "");
        }
        return await(client.sendAsync(request.build(), info -> new CappedBody(READ)), address, headers);
    }

    private Reply await(CompletableFuture<HttpResponse<String>> exchange, Secret address, Map<String, String> headers) {
        try {
            HttpResponse<String> response = exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(outcome(response, address, headers), response.body());
        } catch (ExecutionException e) {
            return silence(HttpReplies.unanswered(e.getCause() == null ? e : e.getCause()));
        } catch (TimeoutException e) {
            exchange.cancel(true);
            return silence(new Outcome.RetryLater("no reply in time", Optional.empty()));
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return silence(new Outcome.RetryLater("interrupted", Optional.empty()));
        }
    }

    private static Reply silence(Outcome outcome) {
        return new Reply(outcome, "");
    }

    private Outcome outcome(HttpResponse<String> response, Secret address, Map<String, String> headers) {
        String words = SafeText.line(conceal(response.body(), address, headers), SHOWN);
        return HttpReplies.outcome(
                response.statusCode(),
                response.headers().firstValue("Retry-After"),
                response.headers().firstValue("Date"),
                words);
    }

    /** A server that repeats what it was asked does not get our secret into the log. */
    private String conceal(String body, Secret address, Map<String, String> headers) {
        List<String> secrets = new ArrayList<>(AddressSecrets.of(URI.create(address.reveal())));
        inside.forEach(secret -> secrets.add(secret.reveal()));
        headers.values().forEach(value -> secrets.add(value.replaceFirst("^(Bearer|Bot|Basic) ", "")));
        return AddressSecrets.conceal(body, secrets);
    }
}
