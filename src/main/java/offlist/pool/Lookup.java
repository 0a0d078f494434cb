package offlist.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import offlist.dns.Answer;
import offlist.dns.Lookups;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Blocking questions to DNS about the names of a pool. */
final class Lookup {
    /** The addresses of a name, or why they are not known. */
    sealed interface Addresses {
        /** A definite answer; empty when the name has none. */
        record Known(List<IpAddress> addresses, boolean exists) implements Addresses {}

        record Unknown(String message) implements Addresses {}
    }

    private final Lookups lookups;

    Lookup(Lookups lookups) {
        this.lookups = lookups;
    }

    Answer ask(DomainName name, int type) {
        return lookups.ask(absolute(name), type).join();
    }

    /** The same without waiting. */
    CompletableFuture<Answer> asking(Name name, int type) {
        return lookups.ask(name, type);
    }

    /** Both families; a name that does not exist for one does not exist for the other (RFC 8020). */
    Addresses addresses(DomainName host) {
        List<IpAddress> found = new ArrayList<>();
        for (int type : new int[] {Type.A, Type.AAAA}) {
            switch (ask(host, type)) {
                case Answer.Records records ->
                    records.records().stream().flatMap(Lookup::address).forEach(found::add);
                case Answer.NoData none -> {}
                case Answer.NoSuchName none -> {
                    return new Addresses.Known(found, false);
                }
                case Answer.Failed failed -> {
                    return new Addresses.Unknown(complaint(host, type, failed));
                }
            }
        }
        return new Addresses.Known(found, true);
    }

    static String complaint(DomainName name, int type, Answer.Failed failed) {
        return "no usable answer for " + name + " " + Type.string(type) + " ("
                + failed.cause().label() + ")";
    }

    private static Stream<IpAddress> address(Record record) {
        return switch (record) {
            case ARecord a -> Stream.of(IpAddress.of(a.getAddress()));
            case AAAARecord aaaa -> Stream.of(IpAddress.of(aaaa.getAddress()));
            default -> Stream.empty();
        };
    }

    private static Name absolute(DomainName name) {
        try {
            return Name.fromString(name.text() + ".");
        } catch (TextParseException e) {
            throw new IllegalArgumentException("not a domain name: " + name, e);
        }
    }
}
