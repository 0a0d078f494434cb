package offlist.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Whether nobody listens at a server's port. The system tells that to connected sockets only, so this uses its own. */
public final class ClosedPort {
    private ClosedPort() {}

    /** True when the system says so within the time; never completes exceptionally. */
    public static CompletableFuture<Boolean> at(ResolverId id, Duration wait) {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("offlist-port")
                .start(() -> closed.complete(ResolverAddress.parse(id.value())
                        .map(address -> closed(address, wait))
                        .orElse(false)));
        return closed;
    }

    private static boolean closed(InetSocketAddress address, Duration wait) {
        byte[] question = Message.newQuery(Record.newRecord(Name.root, Type.NS, DClass.IN))
                .toWire();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(address);
            socket.setSoTimeout((int) Math.max(1, wait.toMillis()));
            socket.send(new DatagramPacket(question, question.length));
            socket.receive(new DatagramPacket(new byte[512], 512));
            return false;
        } catch (PortUnreachableException e) {
            return true;
        } catch (IOException | RuntimeException e) {
            // Without IPv6 the system has a RuntimeException for its addresses; who waits must hear of that too.
            return false;
        }
    }
}
