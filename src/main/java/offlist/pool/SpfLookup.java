package offlist.pool;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import offlist.dns.Answer;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Finds the SPF record of a domain (RFC 7208 section 4.5). */
final class SpfLookup {
    private final Lookup lookup;

    SpfLookup(Lookup lookup) {
        this.lookup = lookup;
    }

    Optional<String> record(DomainName domain) throws SpfFault {
        return switch (lookup.ask(domain, Type.TXT)) {
            case Answer.Failed failed -> throw SpfFault.passing(Lookup.complaint(domain, Type.TXT, failed));
            case Answer.NoSuchName none -> Optional.empty();
            case Answer.NoData none -> Optional.empty();
            case Answer.Records records -> only(domain, records);
        };
    }

    private static Optional<String> only(DomainName domain, Answer.Records records) throws SpfFault {
        List<String> texts = records.records().stream()
                .filter(TXTRecord.class::isInstance)
                .map(record -> joined((TXTRecord) record))
                .filter(SpfRecord::isSpf)
                .toList();
        if (texts.size() > 1) {
            throw new SpfFault(domain + " has " + texts.size()
                    + " SPF records, so receivers answer permerror (RFC 7208 section 4.5)");
        }
        return texts.stream().findFirst();
    }

    /** Section 3.3: the strings of one record are joined without a space. */
    private static String joined(TXTRecord record) {
        StringBuilder text = new StringBuilder();
        record.getStringsAsByteArrays().forEach(part -> text.append(new String(part, StandardCharsets.ISO_8859_1)));
        return text.toString();
    }
}
