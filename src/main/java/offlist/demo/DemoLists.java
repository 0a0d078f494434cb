package offlist.demo;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;

/**
 * The server of the demo lists: UDP and TCP on one free port of 127.0.0.1. Its threads are daemons and end with
 * {@link #close}.
 */
final class DemoLists implements AutoCloseable {
    private static final int ATTEMPTS = 20;
    private static final int PLAIN_UDP = 512;
    private static final int MOST_CONNECTIONS = 32;
    private static final int IDLE_MILLIS = 5_000;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final ListAnswers answers;
    private final Semaphore connections = new Semaphore(MOST_CONNECTIONS);

    private DemoLists(DatagramSocket udp, ServerSocket tcp, ListAnswers answers) {
        this.udp = udp;
        this.tcp = tcp;
        this.answers = answers;
    }

    /** Starts to answer from the scene of the moment. */
    static DemoLists start(Supplier<Scene> scenes) throws IOException {
        DemoLists lists = bind(new ListAnswers(scenes));
        Thread.ofPlatform().daemon().name("demo-lists-udp").start(lists::serveUdp);
        Thread.ofPlatform().daemon().name("demo-lists-tcp").start(lists::serveTcp);
        return lists;
    }

    /** The free UDP port may be taken over TCP; then another one is tried. */
    private static DemoLists bind(ListAnswers answers) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        for (int attempt = 1; ; attempt++) {
            DatagramSocket udp = new DatagramSocket(new InetSocketAddress(loopback, 0));
            try {
                return new DemoLists(udp, new ServerSocket(udp.getLocalPort(), 0, loopback), answers);
            } catch (IOException taken) {
                udp.close();
                if (attempt == ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    int port() {
        return tcp.getLocalPort();
    }

    /** As a resolver is named in a configuration. */
    String resolver() {
        return "127.0.0.1:" + port();
    }

    private void serveUdp() {
        DatagramPacket packet = new DatagramPacket(new byte[Message.MAXLENGTH], Message.MAXLENGTH);
        while (!udp.isClosed()) {
            try {
                packet.setLength(Message.MAXLENGTH);
                udp.receive(packet);
                Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                Optional<Message> answer = answers.answer(query);
                if (answer.isPresent()) {
                    byte[] wire = answer.get().toWire(room(query.getOPT()));
                    udp.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
                }
            } catch (IOException noQuestion) {
                continue;
            }
        }
    }

    private static int room(@Nullable OPTRecord options) {
        return options == null ? PLAIN_UDP : Math.max(PLAIN_UDP, options.getPayloadSize());
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try {
                Socket socket = tcp.accept();
                if (connections.tryAcquire()) {
                    Thread.ofVirtual().name("demo-lists-connection").start(() -> serve(socket));
                } else {
                    socket.close();
                }
            } catch (IOException closed) {
                continue;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(IDLE_MILLIS);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            while (!tcp.isClosed()) {
                Optional<Message> answer = answers.answer(new Message(in.readNBytes(in.readUnsignedShort())));
                if (answer.isPresent()) {
                    out.write(framed(answer.get().toWire()));
                    out.flush();
                }
            }
        } catch (IOException left) {
            return;
        } finally {
            connections.release();
        }
    }

    /** RFC 1035 section 4.2.2: two octets of length stand before a message. */
    private static byte[] framed(byte[] wire) {
        byte[] framed = new byte[wire.length + 2];
        framed[0] = (byte) (wire.length >>> 8);
        framed[1] = (byte) wire.length;
        System.arraycopy(wire, 0, framed, 2, wire.length);
        return framed;
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
