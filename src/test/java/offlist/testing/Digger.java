package offlist.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks a server under test directly, to see that it is up. */
final class Digger {
    private Digger() {}

    /** Whether the server on a port of the loopback answers a question for an address with at least one. */
    static boolean finds(int port, String name) {
        SimpleResolver resolver = new SimpleResolver(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        resolver.setTimeout(Duration.ofMillis(500));
        try {
            Message answer = resolver.send(
                    Message.newQuery(Record.newRecord(Name.fromString(name, Name.root), Type.A, DClass.IN)));
            return answer.getRcode() == Rcode.NOERROR
                    && !answer.getSection(Section.ANSWER).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }
}
