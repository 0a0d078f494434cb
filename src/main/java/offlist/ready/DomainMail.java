package offlist.ready;

import java.util.List;
import java.util.stream.Collectors;
import offlist.dns.Answer;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.Lookup;
import offlist.pool.SafeText;
import offlist.pool.Target;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** Whether mail can be sent to a domain, and so to those who answer for it, as far as DNS knows. */
final class DomainMail {
    private static final int MOST_HOSTS = 10;

    /** Where mail for the domain goes, or why nowhere. */
    private record Way(Result result, String words) {}

    private final Lookup lookup;

    DomainMail(Lookup lookup) {
        this.lookup = lookup;
    }

    /** @param target what the removal is about */
    List<Finding> of(DomainName domain, Target target) {
        Way way = way(domain);
        return List.of(mail(domain, way), contact(domain, way, ContactLookups.sentence(domain, target)));
    }

    private static Finding mail(DomainName domain, Way way) {
        return switch (way.result()) {
            case GOOD -> Finding.good(Check.DOMAIN_MAIL, domain, way.words() + ".");
            case UNKNOWN -> Finding.unanswered(Check.DOMAIN_MAIL, domain, way.words() + ".");
            case BAD ->
                Finding.bad(
                        Check.DOMAIN_MAIL,
                        domain,
                        way.words() + ".",
                        "Give " + domain + " an MX record whose host has an address: receivers and lists distrust mail"
                                + " from a domain that takes none.");
        };
    }

    /** RFC 2142 sections 4 and 5, RFC 5321 section 4.5.1. */
    private static Finding contact(DomainName domain, Way way, String lookups) {
        String boxes = "abuse@" + domain + " and postmaster@" + domain;
        String further = " " + lookups;
        return switch (way.result()) {
            case GOOD ->
                Finding.good(
                        Check.ABUSE_CONTACT,
                        domain,
                        "Mail for " + boxes + " has a way: " + way.words() + ". Whether these mailboxes exist and"
                                + " somebody reads them, DNS cannot show." + further);
            case UNKNOWN ->
                Finding.unanswered(
                        Check.ABUSE_CONTACT,
                        domain,
                        "Whether mail for " + boxes + " has a way cannot be told: " + way.words() + "." + further);
            case BAD ->
                Finding.bad(
                        Check.ABUSE_CONTACT,
                        domain,
                        "Mail for " + boxes + " has no way: " + way.words() + "." + further,
                        "Let " + domain + " take mail and create both mailboxes (RFC 2142, RFC 5321 section 4.5.1):"
                                + " complaints and the answers of lists go there.");
        };
    }

    private Way way(DomainName domain) {
        return switch (lookup.ask(domain, Type.MX)) {
            case Answer.Failed failed -> new Way(Result.UNKNOWN, Lookup.complaint(domain, Type.MX, failed));
            case Answer.NoSuchName none -> new Way(Result.BAD, domain + " does not exist");
            case Answer.NoData none -> implicit(domain);
            case Answer.Records records -> exchanges(domain, records);
        };
    }

    /** RFC 5321 section 5.1: without MX the host of that name takes the mail. */
    private Way implicit(DomainName domain) {
        return switch (lookup.addresses(domain)) {
            case Lookup.Addresses.Unknown unknown -> new Way(Result.UNKNOWN, unknown.message());
            case Lookup.Addresses.Known known ->
                known.addresses().isEmpty()
                        ? new Way(Result.BAD, domain + " has neither MX nor A nor AAAA")
                        : new Way(
                                Result.GOOD,
                                domain + " has no MX, its address " + words(known.addresses())
                                        + " counts as one (RFC 5321 section 5.1)");
        };
    }

    private Way exchanges(DomainName domain, Answer.Records records) {
        List<Name> hosts = records.records().stream()
                .filter(MXRecord.class::isInstance)
                .map(MXRecord.class::cast)
                .sorted((one, other) -> Integer.compare(one.getPriority(), other.getPriority()))
                .map(MXRecord::getTarget)
                .distinct()
                .limit(MOST_HOSTS)
                .toList();
        if (hosts.equals(List.of(Name.root))) {
            return new Way(Result.BAD, domain + " has a null MX, which says that it takes no mail (RFC 7505)");
        }
        List<Way> ways = hosts.stream().map(this::host).toList();
        Result best = best(ways);
        return new Way(
                best,
                "MX of " + domain + ": "
                        + ways.stream()
                                .filter(way -> way.result() == best)
                                .map(Way::words)
                                .collect(Collectors.joining(", ")));
    }

    private static Result best(List<Way> ways) {
        List<Result> results = ways.stream().map(Way::result).toList();
        return results.contains(Result.GOOD)
                ? Result.GOOD
                : results.contains(Result.UNKNOWN) ? Result.UNKNOWN : Result.BAD;
    }

    private Way host(Name target) {
        String text = target.toString(true);
        return DomainName.tryParse(text)
                .map(this::host)
                .orElseGet(() -> new Way(Result.BAD, "`" + SafeText.of(text) + "` is no host name"));
    }

    private Way host(DomainName host) {
        return switch (lookup.addresses(host)) {
            case Lookup.Addresses.Unknown unknown -> new Way(Result.UNKNOWN, unknown.message());
            case Lookup.Addresses.Known known ->
                known.addresses().isEmpty()
                        ? new Way(Result.BAD, host + (known.exists() ? " has no address" : " does not exist"))
                        : new Way(Result.GOOD, host + " (" + words(known.addresses()) + ")");
        };
    }

    private static String words(List<IpAddress> addresses) {
        return addresses.stream().limit(3).map(IpAddress::text).collect(Collectors.joining(", "));
    }
}
