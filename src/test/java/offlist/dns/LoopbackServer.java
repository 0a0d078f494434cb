package offlist.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server on the loopback whose datagrams are made by hand. */
final class LoopbackServer implements AutoCloseable {
    private final DatagramSocket socket;
    private final Thread reader;
    private final Function<byte[], List<byte[]>> answers;
    /** What arrived, in order. */
    final List<byte[]> asked = new CopyOnWriteArrayList<>();
    /** Where it came from. */
    final List<SocketAddress> askers = new CopyOnWriteArrayList<>();

    /** @param answers what is sent back for one datagram, in this order */
    LoopbackServer(Function<byte[], List<byte[]>> answers) throws IOException {
        this.answers = answers;
        this.socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        this.reader = Thread.ofPlatform().daemon().start(this::run);
    }

    ResolverId id() {
        return ResolverId.parse("127.0.0.1:" + socket.getLocalPort()).orElseThrow();
    }

    private void run() {
        byte[] buffer = new byte[2048];
        try {
            while (!socket.isClosed()) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] question = Arrays.copyOf(buffer, packet.getLength());
                asked.add(question);
                askers.add(packet.getSocketAddress());
                for (byte[] answer : answers.apply(question)) {
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            }
        } catch (SocketException e) {
            // Closed.
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The question as an answer with this code: NOERROR is 0, NXDOMAIN 3. */
    static byte[] answer(byte[] question, int rcode) {
        byte[] answer = question.clone();
        answer[2] |= (byte) 0x80;
        answer[3] = (byte) (answer[3] & 0xF0 | rcode);
        return answer;
    }

    /** The kernel keeps the port until the reader has left it: before that a question would be taken and lost. */
    @Override
    public void close() throws InterruptedException {
        socket.close();
        reader.join();
    }
}
