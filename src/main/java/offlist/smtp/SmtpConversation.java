package offlist.smtp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.pool.IpAddress;

/**
 * A conversation with one mail server that is believed nothing: its lines, its replies and the whole of it have a length, and
 * the whole has an end in time. Used once, by one thread. It sends no message: it knows no way to say DATA.
 */
public final class SmtpConversation implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("([2-5][0-9]{2})(?:([ -])(.*))?");
    /** RFC 5321 section 4.5.3.1.5 allows 512. */
    private static final int LONGEST_LINE = 2_048;

    private static final int MOST_LINES = 100;

    private final Socket socket;
    private final long end;
    private final InputStream in;

    private SmtpConversation(Socket socket, long end) throws IOException {
        this.socket = socket;
        this.end = end;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * Connects.
     *
     * @param allowed another address is never connected to
     * @param from where to connect from; has to be an address of this machine
     * @throws java.net.BindException when it is none
     */
    public static SmtpConversation open(
            IpAddress address, int port, Duration most, Predicate<IpAddress> allowed, Optional<IpAddress> from)
            throws IOException {
        if (!allowed.test(address)) {
            throw new IllegalArgumentException("not an address that may be connected to: " + address);
        }
        long end = System.nanoTime() + most.toNanos();
        Socket socket = new Socket();
        try {
            if (from.isPresent()) {
                socket.bind(new InetSocketAddress(from.get().toInetAddress(), 0));
            }
            socket.connect(new InetSocketAddress(address.toInetAddress(), port), (int) most.toMillis());
            return new SmtpConversation(socket, end);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    /** Where we connect from, as the server sees it unless somebody translates addresses on the way. */
    public IpAddress from() {
        return IpAddress.of(socket.getLocalAddress());
    }

    /** Says EHLO, or HELO to a server that knows no other, with a name of ours or the address that we connect from. */
    public SmtpReply hello(Optional<String> name) throws IOException {
        String literal = "[" + (from().v6() ? "IPv6:" : "") + from() + "]";
        SmtpReply extended = say("EHLO " + name.orElse(literal));
        return extended.positive() ? extended : say("HELO " + name.orElse(literal));
    }

    /** Says one line; the reply to it. */
    public SmtpReply say(String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return read();
    }

    /** The greeting, which comes unasked. */
    public SmtpReply read() throws IOException {
        List<String> lines = new ArrayList<>();
        while (true) {
            Matcher line = LINE.matcher(line());
            if (!line.matches()) {
                throw new ProtocolException("something that is no reply of SMTP");
            }
            lines.add(line.group(3) == null ? "" : line.group(3));
            if (!"-".equals(line.group(2))) {
                return new SmtpReply(Integer.parseInt(line.group(1)), lines);
            }
            if (lines.size() == MOST_LINES) {
                throw new ProtocolException("a reply of more than " + MOST_LINES + " lines");
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = next(); octet != '\n'; octet = next()) {
            line.append((char) octet);
            if (line.length() > LONGEST_LINE) {
                throw new ProtocolException("a line of more than " + LONGEST_LINE + " characters");
            }
        }
        return line.toString().stripTrailing();
    }

    private int next() throws IOException {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        socket.setSoTimeout((int) left);
        int octet = in.read();
        if (octet < 0) {
            throw new ProtocolException("the end of the connection");
        }
        return octet;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            return;
        }
    }
}
