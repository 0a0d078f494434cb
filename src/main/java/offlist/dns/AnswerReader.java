package offlist.dns;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What a response says to a question. */
final class AnswerReader {
    private static final int LONGEST_CHAIN = 8;
    /** More than any honest name has; a response is at most 64 kB, this bounds what is kept of it. */
    private static final int MOST_RECORDS = 512;

    private static final Set<Integer> LINKS = Set.of(Type.CNAME, Type.DNAME, Type.RRSIG);

    private final Question question;
    private final Message response;

    private AnswerReader(Question question, Message response) {
        this.question = question;
        this.response = response;
    }

    static Answer read(Question question, Message response) {
        return new AnswerReader(question, response).read();
    }

    private Answer read() {
        if (response.getHeader().getOpcode() != Opcode.QUERY || tooMany()) {
            return failed(Answer.Cause.MALFORMED);
        }
        return switch (response.getRcode()) {
            case Rcode.NOERROR -> noError(follow());
            case Rcode.NXDOMAIN -> noSuchName(follow());
            case Rcode.SERVFAIL -> failed(Answer.Cause.SERVFAIL);
            case Rcode.REFUSED -> failed(Answer.Cause.REFUSED);
            default -> failed(Answer.Cause.BAD_RCODE);
        };
    }

    private boolean tooMany() {
        return response.getSection(Section.ANSWER).size() > MOST_RECORDS;
    }

    /**
     * The end of the CNAME chain that begins with the question.
     *
     * @param ttl of the chain's shortest-lived link
     */
    private record End(Name name, int links, Duration ttl, List<Record> records) {}

    private End follow() {
        Name name = question.name();
        Duration ttl = Ttl.LONGEST;
        for (int links = 0; ; links++) {
            List<Record> records = records(name, question.type());
            Optional<CNAMERecord> alias = records.isEmpty() ? alias(name) : Optional.empty();
            if (alias.isEmpty() || links == LONGEST_CHAIN) {
                return new End(name, links, ttl, records);
            }
            ttl = Ttl.shorter(ttl, alias.get().getTTL());
            name = alias.get().getTarget();
        }
    }

    private Answer noError(End end) {
        if (!end.records().isEmpty()) {
            Duration ttl = end.ttl();
            for (Record record : end.records()) {
                ttl = Ttl.shorter(ttl, record.getTTL());
            }
            return new Answer.Records(end.records(), ttl, end.links() > 0);
        }
        if (alias(end.name()).isPresent()) {
            return failed(Answer.Cause.MALFORMED);
        }
        return saysNothing(end) ? failed(Answer.Cause.LAME) : new Answer.NoData(negativeTtl(end));
    }

    /** RFC 6604 section 3: with a chain the code speaks of its last name, so the question leads nowhere. */
    private Answer noSuchName(End end) {
        boolean contradiction = !end.records().isEmpty() || alias(end.name()).isPresent() || strangers();
        return contradiction ? failed(Answer.Cause.MALFORMED) : new Answer.NoSuchName(negativeTtl(end));
    }

    /** A referral, a chain that was not followed to its end, or records that belong to no name in question. */
    private boolean saysNothing(End end) {
        if (strangers()) {
            return true;
        }
        boolean referral = !response.getHeader().getFlag(Flags.AA)
                && response.getSection(Section.AUTHORITY).stream().anyMatch(r -> r.getType() == Type.NS);
        return soa(end).isEmpty() && (referral || end.links() > 0);
    }

    /** Only the links of a chain may stand beside what was asked for: whoever adds more may have left out as much. */
    private boolean strangers() {
        return response.getSection(Section.ANSWER).stream()
                .anyMatch(r -> r.getDClass() != DClass.IN || !LINKS.contains(r.getType()));
    }

    private Duration negativeTtl(End end) {
        return soa(end).map(soa -> Ttl.shorter(Ttl.shorter(end.ttl(), soa.getTTL()), soa.getMinimum()))
                .orElse(Duration.ZERO);
    }

    private Optional<SOARecord> soa(End end) {
        return response.getSection(Section.AUTHORITY).stream()
                .filter(r -> r instanceof SOARecord && end.name().subdomain(r.getName()))
                .map(SOARecord.class::cast)
                .findFirst();
    }

    private List<Record> records(Name name, int type) {
        return response.getSection(Section.ANSWER).stream()
                .filter(r -> r.getType() == type
                        && r.getDClass() == DClass.IN
                        && r.getName().equals(name))
                .toList();
    }

    private Optional<CNAMERecord> alias(Name name) {
        return records(name, Type.CNAME).stream().map(CNAMERecord.class::cast).findFirst();
    }

    private static Answer failed(Answer.Cause cause) {
        return new Answer.Failed(cause);
    }
}
