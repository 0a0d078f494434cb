package offlist.ready;

import java.util.List;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.Lookup;
import offlist.pool.SpfEvaluation;
import offlist.pool.SpfOutcome;

/** Whether SPF of a domain lets an address send. */
final class Coverage {
    private final Lookup lookup;

    Coverage(Lookup lookup) {
        this.lookup = lookup;
    }

    Finding of(DomainName domain, IpAddress address, List<DomainName> helo) {
        return switch (SpfEvaluation.of(lookup, domain, address, helo)) {
            case SpfOutcome.Passes passes ->
                Finding.good(Check.SPF, domain, "SPF lets " + address + " send: " + passes.by() + " matches.");
            case SpfOutcome.NotCovered no ->
                Finding.bad(
                        Check.SPF,
                        domain,
                        "SPF does not let " + address + " send: " + no.by()
                                + (no.by().startsWith("`") ? " matches." : "."),
                        "Add `" + (address.v6() ? "ip6:" : "ip4:") + address + "` to the SPF record of " + domain
                                + ", or stop sending for it from " + address + ".");
            case SpfOutcome.NoRecord none ->
                Finding.bad(
                        Check.SPF,
                        domain,
                        "TXT of " + domain + " holds no SPF record (`v=spf1`).",
                        "Publish an SPF record for " + domain + " that names the addresses it sends from (RFC 7208).");
            case SpfOutcome.Broken broken ->
                Finding.bad(
                        Check.SPF,
                        domain,
                        "Receivers cannot evaluate SPF: " + broken.why() + ".",
                        "Mend the SPF record of " + domain + ": until then it counts as an error for every address.");
            case SpfOutcome.CannotTell doubt ->
                Finding.unanswered(Check.SPF, domain, "SPF for " + address + " cannot be told: " + doubt.why() + ".");
        };
    }
}
