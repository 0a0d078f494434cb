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
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Blocking questions to DNS about the names of a pool. */
public final class Lookup {
    /** The addresses of a name, or why they are not known. */
    public sealed interface Addresses {
        /** A definite answer; empty when the name has none. */
        record Known(List<IpAddress> addresses, boolean exists) implements Addresses {}

        record Unknown(String message) implements Addresses {}
    }

    /** The names of an address in reverse DNS, or why they are not known. */
    public sealed interface Names {
        /**
         * A definite answer; empty when the address has none.
         *
         * @param broken texts that are no names
         */
        record Known(List<DomainName> names, List<String> broken) implements Names {}

        record Unknown(String message) implements Names {}
    }

    private final Lookups lookups;

    public Lookup(Lookups lookups) {
        this.lookups = lookups;
    }

    public Answer ask(DomainName name, int type) {
        return lookups.ask(absolute(name), type).join();
    }

    /** The same without waiting. */
    CompletableFuture<Answer> asking(Name name, int type) {
        return lookups.ask(name, type);
    }

    /** Both families; a name that does not exist for one does not exist for the other (RFC 8020). */
    public Addresses addresses(DomainName host) {
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

    /** The name under which the names of an address are asked. */
    public static DomainName reverse(IpAddress address) {
        return DomainName.parse(ReverseMap.fromAddress(address.toInetAddress()).toString(true));
    }

    public Names names(IpAddress address) {
        DomainName reverse = reverse(address);
        return switch (ask(reverse, Type.PTR)) {
            case Answer.Failed failed -> new Names.Unknown(complaint(reverse, Type.PTR, failed));
            case Answer.NoSuchName none -> new Names.Known(List.of(), List.of());
            case Answer.NoData none -> new Names.Known(List.of(), List.of());
            case Answer.Records records -> names(records.records());
        };
    }

    private static Names names(List<Record> records) {
        List<DomainName> names = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        records.stream()
                .filter(PTRRecord.class::isInstance)
                .map(record -> ((PTRRecord) record).getTarget().toString(true))
                .forEach(text ->
                        DomainName.tryParse(text).ifPresentOrElse(names::add, () -> broken.add(SafeText.of(text))));
        return new Names.Known(List.copyOf(names), List.copyOf(broken));
    }

    /** That there is no usable answer, in words. */
    public static String complaint(DomainName name, int type, Answer.Failed failed) {
        return "no usable answer for " + name + " " + Type.string(type) + " ("
                + failed.cause().label() + ")";
    }

    static Stream<IpAddress> address(Record record) {
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
