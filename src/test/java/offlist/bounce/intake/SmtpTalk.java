package offlist.bounce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that delivers to the listener, line by line. */
final class SmtpTalk implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    private SmtpTalk(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        this.out = socket.getOutputStream();
    }

    static SmtpTalk with(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        return new SmtpTalk(socket);
    }

    /** All lines of the answer; empty when the connection has ended. */
    String answer() throws IOException {
        StringBuilder answer = new StringBuilder();
        String line = in.readLine();
        while (line != null) {
            answer.append(line);
            if (line.length() < 4 || line.charAt(3) != '-') {
                return answer.toString();
            }
            answer.append('\n');
            line = in.readLine();
        }
        return answer.toString();
    }

    void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    String say(String line) throws IOException {
        send(line + "\r\n");
        return answer();
    }

    /** The whole way of a message; the answer to its end. */
    String deliver(String recipient, String message) throws IOException {
        assertThat(say("MAIL FROM:<>")).startsWith("250");
        assertThat(say("RCPT TO:<" + recipient + ">")).startsWith("250");
        assertThat(say("DATA")).startsWith("354");
        return say(message + "\r\n.");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
