package offlist.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two real mail servers from the Debian package {@code postfix} in a network of their own: one sends from 192.0.2.10 (mail of
 * news@shop.example) and 192.0.2.11 (more@shop.example), the other receives for example.org, asks a list with {@code
 * reject_rbl_client} and has a table of clients that it refuses by itself. It needs root, for the network.
 */
public final class PostfixPair implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Scratch scratch = Scratch.open("postfix");
    private final String zone;
    private final Map<String, String> listed = new TreeMap<>();
    private final Map<String, String> barred = new TreeMap<>();
    private final Machine machine;
    private long stamp = 1_000_000_000;

    private PostfixPair(String zone) {
        this.zone = zone;
        Program.find("postfix", "postfix");
        write();
        this.machine = Machine.start(
                scratch, List.of("-n"), "machine.sh", scratch.directory().toString(), zone);
    }

    /** @param zone of the list that the receiving server asks, at first with nobody on it */
    public static PostfixPair asking(String zone) {
        return new PostfixPair(zone);
    }

    /** The log of the sending server. */
    public Path log() {
        return scratch.file("sending.log");
    }

    /** Where its bounces arrive. */
    public Path bounces() {
        return scratch.file("mail").resolve("bounces");
    }

    /** Puts an address onto the list; it is served when this returns. */
    public void list(String address, String text) {
        listed.put(address, ":127.0.0.2:" + text);
        long before = reloads();
        zone();
        await().atMost(PATIENCE).until(() -> reloads() > before);
    }

    private long reloads() {
        return scratch.read("rbldnsd.log")
                .lines()
                .filter(line -> line.contains("zones reloaded"))
                .count();
    }

    /** What the sending server wrote into its log. */
    public String written() {
        return scratch.read("sending.log");
    }

    /** The receiving server refuses this client from now on, whatever lists say. */
    public void bar(String address, String words) {
        barred.put(address, words);
        access();
        machine.run("", "postfix", "-c", scratch.file("receiving").toString(), "reload");
    }

    public void allow(String address) {
        barred.remove(address);
        access();
        machine.run("", "postfix", "-c", scratch.file("receiving").toString(), "reload");
    }

    /** Hands a message to the sending server. */
    public void send(String from, String... to) {
        List<String> command = new ArrayList<>(
                List.of("sendmail", "-C", scratch.file("sending").toString(), "-f", from));
        command.addAll(List.of(to));
        machine.run(
                "From: " + from + "\nTo: " + to[0] + "\nSubject: Your order\n\nIt is on its way.\n",
                command.toArray(String[]::new));
    }

    private void write() {
        scratch.write("resolv.conf", "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n");
        scratch.write(
                "hosts",
                "127.0.0.1 localhost\n203.0.113.9 mx.example.org\n192.0.2.10 out1.shop.example\n192.0.2.11 out2.shop.example\n");
        zone();
        access();
        PostfixServer.write(
                scratch,
                "sending",
                PostfixServer.resource("sending.cf") + "virtual_mailbox_base = " + scratch.file("mail") + "\n",
                "");
        PostfixServer.write(
                scratch,
                "receiving",
                PostfixServer.resource("receiving.cf") + "smtpd_recipient_restrictions = check_client_access texthash:"
                        + scratch.file("access") + ", reject_rbl_client " + zone + ", permit\n",
                "203.0.113.9:2525 inet n - n - - smtpd\n");
        PostfixServer.owned(scratch.file("mail"), "nobody");
    }

    private void zone() {
        StringBuilder lines = new StringBuilder("127.0.0.2 :127.0.0.2:the test entry of RFC 5782\n");
        listed.forEach((address, entry) ->
                lines.append(address).append(' ').append(entry).append('\n'));
        Path file = scratch.write("zone", lines.toString());
        try {
            // rbldnsd sees a change by the time of the file, in whole seconds.
            Files.setLastModifiedTime(file, FileTime.fromMillis(stamp += 1000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void access() {
        StringBuilder lines = new StringBuilder();
        barred.forEach((address, words) ->
                lines.append(address).append(' ').append(words).append('\n'));
        scratch.write("access", lines.toString());
    }

    @Override
    public void close() {
        machine.close();
        scratch.close();
    }
}
