package offlist.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import offlist.pool.IpAddress;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * Answers of the demo lists: authoritative, with the test points of RFC 5782 section 5; and of the zones with the names of the
 * demo's addresses. Threads may share it.
 */
final class ListAnswers {
    /** Shorter than the demo's interval, should a resolver stand between. */
    private static final long TTL = 2;

    private static final int UDP_PAYLOAD = 1232;
    private static final IpAddress V4_TEST = IpAddress.parse("127.0.0.2");
    private static final IpAddress V6_TEST = IpAddress.v6(0, 0xFFFF_7F00_0002L);

    private final Supplier<Scene> scenes;
    private final DemoNames names = new DemoNames();

    ListAnswers(Supplier<Scene> scenes) {
        this.scenes = scenes;
    }

    /** The answer; nothing to what is no question. */
    Optional<Message> answer(Message query) {
        Header asked = query.getHeader();
        if (asked.getFlag(Flags.QR)) {
            return Optional.empty();
        }
        Message answer = new Message(asked.getID());
        Header header = answer.getHeader();
        header.setFlag(Flags.QR);
        header.setOpcode(asked.getOpcode());
        if (asked.getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        if (query.getOPT() != null) {
            answer.addRecord(new OPTRecord(UDP_PAYLOAD, 0, 0), Section.ADDITIONAL);
        }
        Optional<Record> question = Optional.ofNullable(query.getQuestion());
        question.ifPresent(record -> answer.addRecord(record, Section.QUESTION));
        header.setRcode(question.filter(record -> asked.getOpcode() == Opcode.QUERY)
                .map(record -> fill(answer, record))
                .orElse(asked.getOpcode() == Opcode.QUERY ? Rcode.FORMERR : Rcode.NOTIMP));
        return Optional.of(answer);
    }

    private int fill(Message answer, Record question) {
        Name name = question.getName();
        Optional<DemoList> list = Arrays.stream(DemoList.values())
                .filter(candidate -> name.subdomain(origin(candidate)))
                .findFirst();
        Optional<Name> zone = names.zone(name);
        if (list.isEmpty() && zone.isEmpty() || question.getDClass() != DClass.IN) {
            return Rcode.REFUSED;
        }
        answer.getHeader().setFlag(Flags.AA);
        return list.isPresent()
                ? fill(answer, question, list.get())
                : fill(answer, question, zone.orElseThrow(), names.at(name));
    }

    private static int fill(Message answer, Record question, Name zone, List<Record> records) {
        add(answer, question, zone, records);
        return records.isEmpty() && !question.getName().equals(zone) ? Rcode.NXDOMAIN : Rcode.NOERROR;
    }

    /** The records that are asked for; where there are none, how long that may be remembered. */
    private static void add(Message answer, Record question, Name origin, List<Record> records) {
        records.stream()
                .filter(record -> question.getType() == record.getType() || question.getType() == Type.ANY)
                .forEach(record -> answer.addRecord(record, Section.ANSWER));
        if (answer.getSection(Section.ANSWER).isEmpty()) {
            answer.addRecord(soa(origin), Section.AUTHORITY);
        }
    }

    private int fill(Message answer, Record question, DemoList list) {
        Name origin = origin(list);
        Name name = question.getName();
        if (name.equals(origin) && question.getType() == Type.SOA) {
            answer.addRecord(soa(origin), Section.ANSWER);
            return Rcode.NOERROR;
        }
        ReversedName rest = ReversedName.below(origin, name);
        List<Record> records =
                rest.address().map(address -> records(list, name, address)).orElse(List.of());
        add(answer, question, origin, records);
        return records.isEmpty() && !rest.leadsToAddresses() ? Rcode.NXDOMAIN : Rcode.NOERROR;
    }

    private List<Record> records(DemoList list, Name name, IpAddress address) {
        Scene scene = scenes.get();
        if (scene.refuses(list)) {
            String why = "query quota exceeded, see " + list.link("quota", "");
            return List.of(a(name, DemoList.REFUSAL), txt(name, why));
        }
        boolean always = scene.isMad(list) || address.equals(V4_TEST) || address.equals(V6_TEST);
        List<Cause> causes = always ? List.of(list.causes().getFirst()) : scene.causes(list, address);
        return causes.stream()
                .flatMap(cause -> List.of(a(name, cause.answer()), txt(name, text(list, address, cause))).stream())
                .toList();
    }

    private static String text(DemoList list, IpAddress address, Cause cause) {
        return address + " listed: " + cause.words() + "; see " + list.link("lookup", address.text());
    }

    private static Record a(Name name, IpAddress address) {
        return new ARecord(name, DClass.IN, TTL, address.toInetAddress());
    }

    private static Record txt(Name name, String text) {
        return new TXTRecord(name, DClass.IN, TTL, text);
    }

    private static SOARecord soa(Name origin) {
        return new SOARecord(origin, DClass.IN, TTL, origin, origin, 1, 60, 60, 60, TTL);
    }

    private static Name origin(DemoList list) {
        return Name.fromConstantString(list.zone() + ".");
    }
}
