package offlist.bounce.hook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gets little in little time, whatever the other side does. */
public final class BoundedGet implements HookNet {
    /** A chain of certificates has ten kilobytes. */
    static final int MOST = 64 * 1024;

    private static final int OK = 200;

    private final HttpClient client;
    private final Duration patience;

    /**
     * @param client must not follow redirects, which lead elsewhere
     * @param patience for the whole of it, body and all
     */
    public BoundedGet(HttpClient client, Duration patience) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("a client that follows redirects");
        }
        this.client = client;
        this.patience = patience;
    }

    @Override
    public byte[] get(URI address) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(HttpRequest.newBuilder(address).build(), info -> new Bounded());
        try {
            HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != OK) {
                throw new IOException(address.getHost() + " answers " + response.statusCode());
            }
            return response.body();
        } catch (ExecutionException e) {
            throw new IOException(address.getHost() + " does not answer as it should", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException(address.getHost() + " does not answer in " + patience.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static final class Bounded implements BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Subscription subscription = new Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
        };

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                byte[] piece = new byte[Math.min(buffer.remaining(), MOST + 1 - bytes.size())];
                buffer.get(piece);
                bytes.writeBytes(piece);
            }
            if (bytes.size() > MOST) {
                subscription.cancel();
                body.completeExceptionally(new IOException("more than " + MOST + " bytes"));
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(bytes.toByteArray());
        }
    }
}
