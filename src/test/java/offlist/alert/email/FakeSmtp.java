package offlist.alert.email;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A relay that replies as it is told, one connection at a time. */
public final class FakeSmtp implements Closeable {
    /** A reply that is none: the connection ends instead. */
    public static final String HANG_UP = "hang up";

    public final List<String> mails = new CopyOnWriteArrayList<>();
    public final List<String> commands = new CopyOnWriteArrayList<>();

    private final Map<String, String> replies = new ConcurrentHashMap<>(Map.of(
            "CONNECT",
            "220 fake",
            "EHLO",
            "250 fake",
            "MAIL",
            "250 ok",
            "RCPT",
            "250 ok",
            "DATA",
            "354 go on",
            ".",
            "250 taken",
            "QUIT",
            "221 bye"));
    private final ServerSocket server;

    public FakeSmtp() {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** @param command all of it, its first word, {@code CONNECT} for the greeting, a dot for the end of the mail */
    public FakeSmtp reply(String command, String reply) {
        replies.put(command, reply);
        return this;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                talk(socket);
            } catch (IOException e) {
                // the other side hung up, or the test is over
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream();
        say(out, "CONNECT");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            commands.add(line);
            say(out, replies.containsKey(line) ? line : command);
            if (command.equals("DATA") && replies.getOrDefault("DATA", "").startsWith("3")) {
                take(in);
                say(out, ".");
            }
        }
    }

    private void take(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        mails.add(mail.toString());
    }

    private void say(OutputStream out, String command) throws IOException {
        if (replies.getOrDefault(command, "").equals(HANG_UP)) {
            throw new IOException("told to hang up");
        }
        out.write((replies.getOrDefault(command, "502 unknown") + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
