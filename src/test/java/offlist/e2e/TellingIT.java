package offlist.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Receivers that remember what they were told first, and programs on the machine, told by the whole daemon. */
@ExtendWith(OfflistHomes.class)
class TellingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A request to Discord: whether it posts or edits, and the key that shows a repeat. */
    private record Call(String method, String path, String key) {}

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicReference<Runnable> disturbance = new AtomicReference<>(() -> {});

    @Test
    void killedWhileItTellsItTellsAgainUnderTheSameKeyAndLosesNothing(OfflistHome home) throws IOException {
        HttpServer discord = discord();
        try (Rbldnsd lists = Rbldnsd.serving("one.example")) {
            home.set("OFFLIST_ALLOW_COMMANDS", "true").configure(configuration(home, lists, discord));
            lists.list("one.example", "192.0.2.10", "127.0.0.2", "spam seen");
            OfflistProcess first = home.launchDaemon();
            dies(first);

            OfflistProcess second = home.start();
            await().atMost(PATIENCE).until(() -> calls.size() >= 2 && told(home).size() >= 1);
            disturbance.set(second::kill9);
            lists.unlist("one.example", "192.0.2.10");
            assertThat(second.endsWithin(PATIENCE)).as("killed by what it told").isTrue();

            home.start();
            await().atMost(PATIENCE)
                    .until(() -> calls.size() >= 5 && distinct(told(home)).size() == 2);
            List<String> keys = distinct(calls.stream().map(Call::key).toList());
            assertThat(keys).as("%s", calls).hasSize(2);
            assertThat(calls)
                    .as("%s", calls)
                    .extracting(Call::key)
                    .containsExactly(keys.get(0), keys.get(0), keys.get(1), keys.get(1), keys.get(1));
            assertThat(calls).extracting(Call::method).containsExactly("POST", "POST", "PATCH", "PATCH", "POST");
            assertThat(calls.get(3).path()).as("the message that began it").contains("/messages/2?");
        } finally {
            discord.stop(0);
        }
    }

    @Test
    void programsAreRunOnlyWhereTheDaemonIsStartedSo(OfflistHome home) {
        home.configure("""
                pools: [{name: a, addresses: [192.0.2.10]}]
                receivers: [{name: pager, command: {run: [/bin/true, one], timeout: 5s}}]
                route: {receiver: pager}
                """);

        OfflistHome.Ended refused = home.run("config", "check");
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.output()).contains("OFFLIST_ALLOW_COMMANDS=true");

        OfflistHome.Ended allowed = home.set("OFFLIST_ALLOW_COMMANDS", "true").run("config", "check");
        assertThat(allowed.exit()).as(allowed.output()).isZero();
    }

    private void dies(OfflistProcess process) {
        disturbance.set(process::kill9);
        assertThat(process.endsWithin(PATIENCE)).as("killed by what it told").isTrue();
    }

    private HttpServer discord() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::take);
        server.start();
        return server;
    }

    /** Takes it, and before it can say so something happens. */
    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            calls.add(new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"))));
            byte[] reply = ("{\"id\":\"" + calls.size() + "\"}").getBytes(StandardCharsets.US_ASCII);
            disturbance.getAndSet(() -> {}).run();
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
        }
    }

    private static String configuration(OfflistHome home, Rbldnsd lists, HttpServer discord) {
        Path script = home.write("tell.sh", "#!/bin/sh\necho \"$OFFLIST_MESSAGE_ID\" >> \"$1\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return """
                interval: 1s
                resolvers: ["%s"]
                pools: [{name: a, addresses: [192.0.2.8/29]}]
                lists: {use: [], custom: [{id: one, zone: one.example, kinds: [ipv4]}]}
                receivers:
                  - {name: ops, discord: {webhook-url: "http://127.0.0.1:%d/api/webhooks/1/x"}}
                  - {name: pager, command: {run: ["%s", "%s"]}}
                route:
                  receiver: ops
                  group-wait: 0s
                  group-interval: 1s
                  routes: [{receiver: pager, continue: true}, {receiver: ops}]
                """.formatted(lists.resolver(), discord.getAddress().getPort(), script, script.resolveSibling("told"));
    }

    /** The ids of the messages that the program was given. */
    private static List<String> told(OfflistHome home) {
        try {
            Path told = home.data().resolveSibling("told");
            return Files.exists(told) ? Files.readAllLines(told) : List.of();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> distinct(List<String> all) {
        return all.stream().distinct().toList();
    }
}
