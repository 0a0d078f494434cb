package offlist.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

/**
 * A real resolver, from the Debian package {@code unbound}, in front of a list server. It keeps no answer, so that an edited
 * zone shows at once.
 */
public final class Unbound implements AutoCloseable {
    private static final String UP = "up.offlist.example";

    private final Scratch scratch = Scratch.open("unbound");
    private final int port = FreePorts.next();
    private final StringBuilder records = new StringBuilder();
    private final StringBuilder stubs = new StringBuilder();
    private final StringBuilder options = new StringBuilder();
    private final String program = Program.find("unbound", "unbound");
    private java.util.Optional<Process> process = java.util.Optional.empty();

    /** A zone that a server on the loopback answers for. */
    public Unbound forZone(String zone, int serverPort) {
        stubs.append("stub-zone:\n  name: \"%s\"\n  stub-addr: 127.0.0.1@%d\n".formatted(zone, serverPort));
        return this;
    }

    /** A zone that it answers for itself, such as {@code mail.example}; names in it without a record do not exist. */
    public Unbound owning(String zone) {
        records.append("  local-zone: \"%s\" static\n".formatted(zone));
        return this;
    }

    /** A record in such a zone, as in a zone file: {@code mta.mail.example. IN A 192.0.2.1}. */
    public Unbound record(String line) {
        records.append("  local-data: '%s'\n".formatted(line));
        return this;
    }

    /** Everything that is no such zone is asked of another resolver. */
    public Unbound forwardingTo(int serverPort) {
        stubs.append("forward-zone:\n  name: \".\"\n  forward-addr: 127.0.0.1@%d\n".formatted(serverPort));
        return this;
    }

    /** A line of the section {@code server}; holds from the next start. */
    public Unbound option(String line) {
        options.append("  ").append(line).append('\n');
        return this;
    }

    public Unbound withoutOptions() {
        options.setLength(0);
        return this;
    }

    public String resolver() {
        return "127.0.0.1:" + port;
    }

    public Unbound start() {
        record(UP + ". IN A 192.0.2.1");
        scratch.write("unbound.conf", configuration());
        process = java.util.Optional.of(Program.start(
                scratch,
                "output.log",
                List.of(program, "-d", "-c", scratch.file("unbound.conf").toString())));
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> Digger.finds(port, UP));
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            throw new AssertionError("unbound did not start: " + scratch.read("output.log"), e);
        }
        return this;
    }

    private String configuration() {
        return """
                server:
                  interface: 127.0.0.1
                  port: %d
                  access-control: 127.0.0.0/8 allow
                  directory: "%s"
                  chroot: ""
                  username: ""
                  pidfile: ""
                  use-syslog: no
                  num-threads: 1
                  module-config: "iterator"
                  do-ip6: no
                  do-not-query-localhost: no
                  cache-max-ttl: 0
                  cache-max-negative-ttl: 0
                """.formatted(port, scratch.directory()) + options + records + stubs;
    }

    public void stop() {
        process.ifPresent(Program::stop);
        process = java.util.Optional.empty();
    }

    @Override
    public void close() {
        stop();
        scratch.close();
    }
}
