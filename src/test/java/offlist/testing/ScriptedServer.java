package offlist.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on the loopback that greets and answers as it is told, or misbehaves. */
public final class ScriptedServer implements AutoCloseable {
    /** What happens to one connection. */
    public interface Script {
        void play(BufferedReader in, OutputStream out) throws IOException;
    }

    private final ServerSocket socket;
    private final Script script;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();

    @SuppressWarnings("MustBeClosedChecker")
    public ScriptedServer(Script script) {
        this.script = script;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** @param replies by the first word of a command, or the whole of it; what is not there is 250 */
    public static ScriptedServer polite(String banner, Map<String, String> replies) {
        ScriptedServer[] self = new ScriptedServer[1];
        self[0] = new ScriptedServer((in, out) -> {
            send(out, banner);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                self[0].heard.add(line);
                String word = line.split("[ :]", 2)[0];
                send(
                        out,
                        replies.getOrDefault(
                                line, replies.getOrDefault(word, word.equals("QUIT") ? "221 bye" : "250 ok")));
                if (word.equals("QUIT")) {
                    return;
                }
            }
        });
        return self[0];
    }

    public static void send(OutputStream out, String text) throws IOException {
        out.write((text.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    public int port() {
        return socket.getLocalPort();
    }

    public List<String> heard() {
        return List.copyOf(heard);
    }

    public int connections() {
        return clients.size();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            script.play(
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1)),
                    client.getOutputStream());
        } catch (IOException gone) {
            return;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
