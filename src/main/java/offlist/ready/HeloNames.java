package offlist.ready;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.Lookup;

/** Whether a server says HELO with a name of its own. */
final class HeloNames {
    private static final int MOST_HELO = 20;

    private final Lookup lookup;

    HeloNames(Lookup lookup) {
        this.lookup = lookup;
    }

    /**
     * RFC 5321 section 4.1.1.1: the name is one that the client has.
     *
     * @param names what the address is called in reverse DNS
     */
    Finding of(IpAddress address, List<DomainName> helo, List<DomainName> names) {
        List<String> answers = new ArrayList<>();
        boolean silent = false;
        for (DomainName name : helo.stream().limit(MOST_HELO).toList()) {
            if (names.contains(name)) {
                return Finding.good(Check.HELO, address, name + " is the name of " + address + " in reverse DNS.");
            }
            switch (lookup.addresses(name)) {
                case Lookup.Addresses.Known known
                when known.addresses().contains(address) -> {
                    return Finding.good(Check.HELO, address, name + " leads to " + address + ".");
                }
                case Lookup.Addresses.Known known -> answers.add(name + ": " + answer(known));
                case Lookup.Addresses.Unknown unknown -> {
                    answers.add(unknown.message());
                    silent = true;
                }
            }
        }
        String evidence = "No HELO name of the pool leads to " + address + ". " + String.join("; ", answers) + ".";
        return silent
                ? Finding.unanswered(Check.HELO, address, evidence)
                : Finding.bad(
                        Check.HELO,
                        address,
                        evidence,
                        "Let the server at " + address
                                + " say HELO with a name that leads to it, best the one of its PTR"
                                + " record, and name it in `helo` of the pool.");
    }

    /** What the name has instead of the address. */
    static String answer(Lookup.Addresses.Known known) {
        if (!known.exists()) {
            return "the name does not exist";
        }
        return known.addresses().isEmpty()
                ? "the name has no address"
                : "it has "
                        + known.addresses().stream()
                                .limit(5)
                                .map(IpAddress::text)
                                .collect(Collectors.joining(", "));
    }
}
