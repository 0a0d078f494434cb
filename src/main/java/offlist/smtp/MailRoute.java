package offlist.smtp;

import java.util.Comparator;
import java.util.List;
import offlist.dns.Answer;
import offlist.pool.DomainName;
import offlist.pool.Lookup;
import offlist.pool.SafeText;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** Asks DNS where mail for a domain goes. Waits for the answers. */
public final class MailRoute {
    private static final int MOST_HOSTS = 10;

    private final Lookup lookup;

    public MailRoute(Lookup lookup) {
        this.lookup = lookup;
    }

    /** The hosts for a domain. */
    public MailHosts of(DomainName domain) {
        return switch (lookup.ask(domain, Type.MX)) {
            case Answer.Failed failed -> new MailHosts.Unknown(Lookup.complaint(domain, Type.MX, failed));
            case Answer.NoSuchName none -> new MailHosts.NoSuchDomain();
            case Answer.NoData none -> itself(domain);
            case Answer.Records records -> exchanges(records);
        };
    }

    private MailHosts itself(DomainName domain) {
        return switch (lookup.addresses(domain)) {
            case Lookup.Addresses.Unknown unknown -> new MailHosts.Unknown(unknown.message());
            case Lookup.Addresses.Known known ->
                known.addresses().isEmpty()
                        ? new MailHosts.Nowhere()
                        : new MailHosts.Itself(MailHost.at(domain.text(), known.addresses()));
        };
    }

    private MailHosts exchanges(Answer.Records records) {
        List<Name> hosts = records.records().stream()
                .filter(MXRecord.class::isInstance)
                .map(MXRecord.class::cast)
                .sorted(Comparator.comparingInt(MXRecord::getPriority))
                .map(MXRecord::getTarget)
                .distinct()
                .limit(MOST_HOSTS)
                .toList();
        return hosts.equals(List.of(Name.root))
                ? new MailHosts.NullMx()
                : new MailHosts.Exchanges(hosts.stream().map(this::host).toList());
    }

    private MailHost host(Name target) {
        String text = target.toString(true);
        return DomainName.tryParse(text)
                .map(this::host)
                .orElseGet(() -> MailHost.without(SafeText.of(text), "`" + SafeText.of(text) + "` is no host name"));
    }

    private MailHost host(DomainName host) {
        return switch (lookup.addresses(host)) {
            case Lookup.Addresses.Unknown unknown -> MailHost.unknown(host.text(), unknown.message());
            case Lookup.Addresses.Known known ->
                known.addresses().isEmpty()
                        ? MailHost.without(host.text(), host + (known.exists() ? " has no address" : " does not exist"))
                        : MailHost.at(host.text(), known.addresses());
        };
    }
}
