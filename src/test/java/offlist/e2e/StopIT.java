package offlist.e2e;

import static offlist.e2e.PartnerList.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import offlist.testing.HttpSink;
import offlist.testing.OfflistHome;
import offlist.testing.OfflistHomes;
import offlist.testing.OfflistProcess;
import offlist.testing.Rbldnsd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service manager asks the daemon to end while everybody around it has fallen silent. */
@ExtendWith(OfflistHomes.class)
class StopIT {
    /** It means to be gone after 5 seconds; a machine with much to do gets some more. */
    private static final Duration GONE = Duration.ofSeconds(8);

    private final Rbldnsd lists = Rbldnsd.serving(ZONE);
    private final ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final DatagramSocket deaf = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final HttpSink slack = HttpSink.start();

    StopIT() throws IOException {}

    @AfterEach
    void close() throws IOException {
        slack.close();
        deaf.close();
        silent.close();
        lists.close();
    }

    private OfflistProcess start(OfflistHome home) throws IOException {
        PartnerList.configure(home, Duration.ofSeconds(1), """
                resolvers: ["%1$s", "127.0.0.1:%3$d"]
                pools:
                  - {name: news, addresses: [192.0.2.10, 192.0.2.11]}
                  - {name: named, hosts: [mta.shop.example]}
                mail: {host: 127.0.0.1, port: %2$d, from: offlist@shop.example, tls: none}
                receivers:
                  - {name: ops, slack: {webhook-url: "%4$s"}}
                  - {name: stuck, slack: {webhook-url: "http://127.0.0.1:%2$d/"}}
                  - {name: post, email: {to: [ops@shop.example]}}
                route:
                  receiver: ops
                  group-wait: 0s
                  group-interval: 1s
                  routes: [{receiver: stuck, continue: true}, {receiver: post, continue: true}, {receiver: ops}]
                """.formatted(
                        lists.resolver(), silent.getLocalPort(), deaf.getLocalPort(), slack.url()));
        return home.start();
    }

    @Test
    void itIsGoneInTimeAndGoesOnWhereItWas(OfflistHome home) throws Exception {
        OfflistProcess offlist = start(home);
        lists.list(ZONE, "192.0.2.10", "127.0.0.2", "spam seen");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !slack.posts("192.0.2.10").isEmpty());
        lists.stop();
        CompletableFuture<Void> somebodyAsks =
                CompletableFuture.runAsync(() -> offlist.post("checks", "{\"targets\": [\"192.0.2.11\"]}"));

        long begin = System.nanoTime();
        offlist.leave();
        boolean gone = offlist.endsWithin(GONE);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.println("stopped after " + took.toMillis() + " ms");
        assertThat(gone).as("still there after %s:%n%s", took, offlist.output()).isTrue();
        somebodyAsks.handle((answer, failure) -> null).join();

        lists.start();
        OfflistProcess again = home.start();
        assertThat(again.all("listings?open=true")).hasSize(1);
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .until(() -> slack.posts("192.0.2.10").size() == 1);
    }
}
