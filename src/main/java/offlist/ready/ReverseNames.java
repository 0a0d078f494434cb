package offlist.ready;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.Lookup;

/** What an address is called, by reverse DNS and by itself. */
final class ReverseNames {
    private static final int MOST_NAMES = 10;
    private static final String NO_NAME = "There is no name in reverse DNS to look at.";

    private final Lookup lookup;

    ReverseNames(Lookup lookup) {
        this.lookup = lookup;
    }

    List<Finding> of(IpAddress address, Sender sender) {
        List<Finding> findings = new ArrayList<>();
        List<DomainName> names = List.of();
        switch (lookup.names(address)) {
            case Lookup.Names.Unknown unknown -> findings.addAll(unanswered(address, unknown.message() + "."));
            case Lookup.Names.Known known when known.names().isEmpty() -> findings.addAll(nameless(address, known));
            case Lookup.Names.Known known -> {
                names = known.names().stream().distinct().limit(MOST_NAMES).toList();
                findings.addAll(named(address, names, sender));
            }
        }
        if (!sender.helo().isEmpty()) {
            findings.add(new HeloNames(lookup).of(address, sender.helo(), names));
        }
        return findings;
    }

    private static List<Finding> unanswered(IpAddress address, String evidence) {
        return List.of(
                Finding.unanswered(Check.PTR, address, evidence),
                Finding.unanswered(Check.FORWARD_CONFIRMED, address, evidence),
                Finding.unanswered(Check.NAME_NOT_GENERIC, address, evidence));
    }

    /** RFC 1912 section 2.1: every address has a PTR record. */
    private static List<Finding> nameless(IpAddress address, Lookup.Names.Known known) {
        String reverse = Lookup.reverse(address).text();
        String evidence = known.broken().isEmpty()
                ? "PTR of " + reverse + ": no record."
                : "PTR of " + reverse + ": `" + known.broken().getFirst() + "`, which is no host name.";
        return List.of(
                Finding.bad(
                        Check.PTR,
                        address,
                        evidence,
                        "Have whoever gave you the address set one PTR record for it, the name of the mail server"
                                + " (RFC 1912 section 2.1)."),
                Finding.bad(
                        Check.FORWARD_CONFIRMED,
                        address,
                        NO_NAME,
                        "Set the PTR record first, then let its name resolve to " + address + "."),
                Finding.unknown(Check.NAME_NOT_GENERIC, address, NO_NAME, "Set the PTR record first."));
    }

    private List<Finding> named(IpAddress address, List<DomainName> names, Sender sender) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.good(Check.PTR, address, "PTR of " + Lookup.reverse(address) + ": " + words(names) + "."));
        names.forEach(name -> findings.add(confirmed(address, name)));
        names.forEach(name -> findings.add(generic(address, name, sender.domains())));
        return findings;
    }

    private Finding confirmed(IpAddress address, DomainName name) {
        return switch (lookup.addresses(name)) {
            case Lookup.Addresses.Unknown unknown ->
                Finding.unanswered(Check.FORWARD_CONFIRMED, name, unknown.message() + ".");
            case Lookup.Addresses.Known known
            when known.addresses().contains(address) ->
                Finding.good(Check.FORWARD_CONFIRMED, name, name + " leads back to " + address + ".");
            case Lookup.Addresses.Known known ->
                Finding.bad(
                        Check.FORWARD_CONFIRMED,
                        name,
                        name + " does not lead back to " + address + ": " + HeloNames.answer(known) + ".",
                        "Add " + (address.v6() ? "an AAAA" : "an A") + " record " + address + " to " + name
                                + ", or have the PTR record changed to a name that leads to " + address + ".");
        };
    }

    private static Finding generic(IpAddress address, DomainName name, List<DomainName> own) {
        Optional<String> why = GenericNames.SHIPPED.why(name, address, own);
        return why.map(reason -> Finding.bad(
                        Check.NAME_NOT_GENERIC,
                        name,
                        name + " looks made by a machine for a customer's line: " + reason + ".",
                        "Have the PTR record of " + address + " name the mail server under your own domain, such as"
                                + " mail."
                                + own.stream().findFirst().map(DomainName::text).orElse("example.com") + "."))
                .orElseGet(
                        () -> Finding.good(Check.NAME_NOT_GENERIC, name, name + " does not look made by a machine."));
    }

    private static String words(List<DomainName> names) {
        return names.stream().map(DomainName::text).collect(Collectors.joining(", "));
    }
}
