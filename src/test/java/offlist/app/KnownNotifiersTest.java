package offlist.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import offlist.alert.AlertSettings;
import offlist.alert.Handles;
import offlist.alert.Messages;
import offlist.alert.Outcome;
import offlist.alert.ReceiverSettings;
import offlist.yaml.Secret;
import org.junit.jupiter.api.Test;

class KnownNotifiersTest {
    @Test
    void noReceiverIsOfferedAnotherProtocolInTheMiddle() throws Exception {
        ConcurrentLinkedQueue<Set<String>> seen = new ConcurrentLinkedQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            names.addAll(exchange.getRequestHeaders().keySet());
            seen.add(names);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        Vertx vertx = Vertx.vertx();
        try {
            ReceiverSettings hook = new ReceiverSettings.Webhook(
                    "hook", Secret.of("http://127.0.0.1:" + server.getAddress().getPort() + "/"), List.of());
            AlertSettings settings = new AlertSettings(List.of(hook), Optional.empty(), Optional.empty());
            Outcome outcome = new KnownNotifiers(vertx, Handles.NONE, () -> false, Optional.empty(), sent -> {})
                    .of(hook, settings)
                    .send(Messages.opened());

            assertThat(outcome).isEqualTo(new Outcome.Delivered());
            assertThat(seen)
                    .singleElement()
                    .satisfies(names ->
                            assertThat(names).contains("Content-Type").doesNotContain("Upgrade", "HTTP2-Settings"));
        } finally {
            server.stop(0);
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
