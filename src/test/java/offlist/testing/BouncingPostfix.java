package offlist.testing;

import java.util.List;

/**
 * Two real mail servers from the Debian package {@code postfix} on the loopback. One sends from 127.0.0.10, the other receives
 * for example.org as mx.example.org and refuses this client in words that are given, which name the address that it would have in the
 * world: nobody believes that a loopback address sends mail. The bounces go where the transport map of the sending one says. It
 * needs root.
 */
public final class BouncingPostfix implements AutoCloseable {
    private static final String SENDING = "127.0.0.10";
    private static final String RECEIVING = "127.0.0.9";

    private final Scratch scratch = Scratch.open("postfix");
    private final int port = FreePorts.next();
    private final Machine machine;

    private BouncingPostfix(String words, String transport) {
        Program.find("postfix", "postfix");
        scratch.write("hosts", "127.0.0.1 localhost\n" + RECEIVING + " mx.example.org\n");
        scratch.write("access", SENDING + " " + words + "\n");
        PostfixServer.write(
                scratch,
                "sending",
                PostfixServer.resource("bouncing.cf") + "transport_maps = texthash:" + scratch.file("transport") + "\n",
                "lmtp unix - - n - - lmtp\nshowq unix n - n - - showq\n");
        PostfixServer.write(
                scratch,
                "receiving",
                PostfixServer.resource("receiving.cf") + "smtpd_recipient_restrictions = check_client_access texthash:"
                        + scratch.file("access") + ", permit\n",
                RECEIVING + ":" + port + " inet n - n - - smtpd\n");
        write(transport);
        this.machine = Machine.start(
                scratch, List.of(), "neighbours.sh", scratch.directory().toString());
    }

    /**
     * @param words of the receiving server to the sending one
     * @param transport the line of the transport map for bounces
     */
    public static BouncingPostfix refused(String words, String transport) {
        return new BouncingPostfix(words, transport);
    }

    private void write(String transport) {
        scratch.write("transport", transport + "\nexample.org smtp:[mx.example.org]:" + port + "\n");
    }

    /** Its bounces go another way from now on. */
    public void route(String transport) {
        write(transport);
        machine.run("", "postfix", "-c", sending(), "reload");
    }

    /** Hands a message to the sending server. */
    public void send(String from, String to) {
        machine.run(
                "From: " + from + "\nTo: " + to + "\nSubject: Your order\n\nIt is on its way.\n",
                "sendmail",
                "-C",
                sending(),
                "-f",
                from,
                to);
    }

    /** What waits in the queue of the sending server, a line of JSON for each message. */
    public List<String> waiting() {
        return machine.run("", "postqueue", "-c", sending(), "-j").lines().toList();
    }

    /** Tries at once what waits. */
    public void flush() {
        machine.run("", "postqueue", "-c", sending(), "-f");
    }

    /** What the sending server wrote into its log. */
    public String written() {
        return scratch.read("sending.log");
    }

    private String sending() {
        return scratch.file("sending").toString();
    }

    @Override
    public void close() {
        machine.close();
        scratch.close();
    }
}
