package offlist.app;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import offlist.alert.slack.SlackClicks;
import offlist.alert.slack.SlackSocket;
import offlist.yaml.Secret;

/** A connection to Slack for each app token, however many receivers share it; follows the settings. */
final class SlackSockets implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Supplier<List<Secret>> wanted;
    private final SlackClicks clicks;
    private final InstantSource clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final Map<Secret, Line> lines = new ConcurrentHashMap<>();
    private final Worker foreman;

    /** One connection and the thread that keeps it. */
    private record Line(SlackSocket socket, Worker worker) {
        void close() {
            socket.close();
            worker.close();
        }
    }

    SlackSockets(Supplier<List<Secret>> wanted, SlackClicks clicks, InstantSource clock) {
        this.wanted = wanted;
        this.clicks = clicks;
        this.clock = clock;
        this.foreman = new Worker("slack-connections", LOOK, this::follow);
    }

    void start() {
        foreman.start();
    }

    private int follow() {
        List<Secret> now = wanted.get();
        now.forEach(token -> lines.computeIfAbsent(token, this::open));
        lines.keySet().stream().filter(known -> !now.contains(known)).toList().forEach(this::close);
        return 0;
    }

    private Line open(Secret token) {
        SlackSocket socket = new SlackSocket(http, token, clicks);
        return new Line(socket, new Worker("slack-buttons", LOOK, () -> socket.step(clock.instant())).start());
    }

    private void close(Secret token) {
        Line line = lines.remove(token);
        if (line != null) {
            line.close();
        }
    }

    @Override
    public void close() {
        foreman.close();
        lines.keySet().forEach(this::close);
    }
}
