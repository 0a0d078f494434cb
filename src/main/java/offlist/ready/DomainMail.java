package offlist.ready;

import java.util.List;
import java.util.stream.Collectors;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.Lookup;
import offlist.pool.Target;
import offlist.smtp.MailHost;
import offlist.smtp.MailHosts;
import offlist.smtp.MailRoute;

/** Whether mail can be sent to a domain, and so to those who answer for it, as far as DNS knows. */
final class DomainMail {
    /** Where mail for the domain goes, or why nowhere. */
    private record Way(Result result, String words) {}

    private final MailRoute route;

    DomainMail(Lookup lookup) {
        this.route = new MailRoute(lookup);
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
        return switch (route.of(domain)) {
            case MailHosts.Unknown unknown -> new Way(Result.UNKNOWN, unknown.words());
            case MailHosts.NoSuchDomain none -> new Way(Result.BAD, domain + " does not exist");
            case MailHosts.Nowhere none -> new Way(Result.BAD, domain + " has neither MX nor A nor AAAA");
            case MailHosts.NullMx none ->
                new Way(Result.BAD, domain + " has a null MX, which says that it takes no mail (RFC 7505)");
            case MailHosts.Itself itself ->
                new Way(
                        Result.GOOD,
                        domain + " has no MX, its address "
                                + words(itself.host().addresses()) + " counts as one (RFC 5321 section 5.1)");
            case MailHosts.Exchanges exchanges -> exchanges(domain, exchanges.hosts());
        };
    }

    private static Way exchanges(DomainName domain, List<MailHost> hosts) {
        List<Way> ways = hosts.stream().map(DomainMail::host).toList();
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

    private static Way host(MailHost host) {
        return host.fault()
                .map(fault -> new Way(fault.certain() ? Result.BAD : Result.UNKNOWN, fault.words()))
                .orElseGet(() -> new Way(Result.GOOD, host.name() + " (" + words(host.addresses()) + ")"));
    }

    private static String words(List<IpAddress> addresses) {
        return addresses.stream().limit(3).map(IpAddress::text).collect(Collectors.joining(", "));
    }
}
