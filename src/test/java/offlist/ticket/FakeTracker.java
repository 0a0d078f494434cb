package offlist.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A ticket system on the loopback that speaks one API in its recorded shapes, keeps tickets, and fails as it is told: before or
 * after it has done what it was asked.
 */
abstract class FakeTracker implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a request is for. */
    enum Kind {
        CREATE,
        COMMENT,
        STATE,
        READ
    }

    /**
     * How a request fails.
     *
     * @param status 0 for no answer at all, -1 for a connection that breaks
     * @param done whether the request was carried out all the same
     */
    record Fault(int status, boolean done) {}

    record Ticket(String id, String title, JsonNode made, List<String> notes, boolean[] closed) {
        boolean isClosed() {
            return closed[0];
        }
    }

    record Request(String method, String path, Map<String, String> query, JsonNode body, Matcher at) {
        /** A parameter of the address, which this API needs. */
        String asked(String parameter) {
            String value = query.get(parameter);
            if (value == null) {
                throw new Refusal(400);
            }
            return value;
        }
    }

    record Reply(int status, JsonNode body) {}

    @FunctionalInterface
    interface Handler {
        Reply answer(Request request);
    }

    private record Route(String method, Pattern path, Kind kind, Handler handler) {}

    final List<Ticket> tickets = new CopyOnWriteArrayList<>();
    /** Method and path with query, as they came. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    private final String name;
    private final List<Route> routes = new ArrayList<>();
    private final Map<Kind, List<Fault>> faults = new EnumMap<>(Kind.class);
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    volatile String header = "Authorization";
    volatile String wanted = "";

    FakeTracker(String name) {
        this.name = name;
        for (Kind kind : Kind.values()) {
            faults.put(kind, new CopyOnWriteArrayList<>());
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    final String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    final String name() {
        return name;
    }

    final void fail(Kind kind, Fault... next) {
        waiting(kind).addAll(List.of(next));
    }

    private List<Fault> waiting(Kind kind) {
        return faults.computeIfAbsent(kind, none -> new CopyOnWriteArrayList<>());
    }

    final void mend() {
        faults.values().forEach(List::clear);
    }

    final void route(String method, String path, Kind kind, Handler handler) {
        routes.add(new Route(method, Pattern.compile(path), kind, handler));
    }

    final ObjectNode shape(String file) {
        return (ObjectNode) json(file);
    }

    final JsonNode json(String file) {
        try {
            return JSON.readTree(Files.readString(Path.of("src/test/resources/tickets", name, file + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ArrayNode array(List<? extends JsonNode> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(array::add);
        return array;
    }

    final synchronized Ticket make(String id, String title, JsonNode body) {
        Ticket ticket = new Ticket(id, title, body, new CopyOnWriteArrayList<>(), new boolean[] {false});
        tickets.add(ticket);
        return ticket;
    }

    final int count() {
        return tickets.size();
    }

    final Ticket ticket(String id) {
        return tickets.stream()
                .filter(ticket -> ticket.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(404));
    }

    /** What the API answers instead. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final int status;

        Refusal(int status) {
            this.status = status;
        }
    }

    static String needed(JsonNode body, String pointer) {
        JsonNode node = body.at(pointer);
        if (!node.isValueNode() || node.asText().isEmpty()) {
            throw new Refusal(422);
        }
        return node.asText();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String target = exchange.getRequestURI().getRawPath()
                    + (exchange.getRequestURI().getRawQuery() == null
                            ? ""
                            : "?" + exchange.getRequestURI().getRawQuery());
            requests.add(exchange.getRequestMethod() + " " + target);
            if (!wanted.equals(String.valueOf(exchange.getRequestHeaders().getFirst(header)))) {
                send(exchange, new Reply(401, json("error")));
                return;
            }
            String path = exchange.getRequestURI().getRawPath();
            for (Route route : routes) {
                Matcher at = route.path().matcher(path);
                if (route.method().equals(exchange.getRequestMethod()) && at.matches()) {
                    serve(
                            exchange,
                            route,
                            new Request(
                                    exchange.getRequestMethod(),
                                    path,
                                    query(exchange.getRequestURI().getRawQuery()),
                                    text.isEmpty() ? JsonNodeFactory.instance.missingNode() : JSON.readTree(text),
                                    at));
                    return;
                }
            }
            send(exchange, new Reply(404, json("error")));
        }
    }

    private void serve(HttpExchange exchange, Route route, Request request) throws IOException {
        // ServiceNow has one method for both; the field tells.
        List<Fault> waiting = waiting(request.body().has("work_notes") ? Kind.COMMENT : route.kind());
        Fault fault = null;
        synchronized (this) {
            if (!waiting.isEmpty()) {
                fault = waiting.removeFirst();
            }
        }
        if (fault == null) {
            send(exchange, answer(route, request));
            return;
        }
        if (fault.done()) {
            answer(route, request);
        }
        switch (fault.status()) {
            case 0 -> {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            case -1 -> {
                // Closed without a word.
            }
            default -> {
                if (fault.status() == 429) {
                    exchange.getResponseHeaders().add("Retry-After", "30");
                }
                send(exchange, new Reply(fault.status(), json("error")));
            }
        }
    }

    private static Reply answer(Route route, Request request) {
        try {
            return route.handler().answer(request);
        } catch (Refusal e) {
            return new Reply(e.status, JsonNodeFactory.instance.objectNode().put("message", "refused"));
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (reply.status() == 204) {
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        byte[] body = reply.body().toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
        return query;
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
