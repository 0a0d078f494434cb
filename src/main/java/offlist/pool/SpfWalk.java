package offlist.pool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * One expansion of a domain's SPF record into addresses, in the order a receiver evaluates it (RFC 7208 section 4.6).
 * What the limits of section 4.6.4 forbid is reported and followed all the same: receivers stop there, but the
 * addresses behind it send mail. Used once, by one thread.
 */
final class SpfWalk {
    private static final int ALLOWED_TERMS = 10;
    /** Where we stop ourselves. */
    private static final int MOST_TERMS = 50;

    private final Lookup lookup;
    private final SpfNotes notes;
    private final SpfHosts hosts;
    private final Deque<DomainName> path = new ArrayDeque<>();
    private int terms;

    SpfWalk(Lookup lookup, PoolLimits limits, SpfNotes notes) {
        this.lookup = lookup;
        this.notes = notes;
        this.hosts = new SpfHosts(lookup, limits, notes);
    }

    RangeSet found() {
        return hosts.found();
    }

    /** Expands the record of a domain; says whether there is one. */
    boolean expand(DomainName domain) throws SpfFault {
        if (path.contains(domain)) {
            throw new SpfFault(domain + " includes itself");
        }
        Optional<String> text = new SpfLookup(lookup).record(domain);
        if (text.isPresent()) {
            path.push(domain);
            evaluate(domain, parse(domain, text.get()));
            path.pop();
        }
        return text.isPresent();
    }

    static SpfRecord parse(DomainName domain, String text) throws SpfFault {
        try {
            return SpfRecord.parse(text);
        } catch (SpfFault wrong) {
            throw new SpfFault("the SPF record of " + domain + " is wrong: " + wrong.sentence());
        }
    }

    private void evaluate(DomainName domain, SpfRecord record) throws SpfFault {
        for (SpfRecord.Mechanism mechanism : record.mechanisms()) {
            if (mechanism.term() instanceof SpfTerm.All) {
                if (mechanism.passes()) {
                    notes.add(domain + " lets every address send (`all`), which cannot be enumerated");
                }
                return;
            }
            count(mechanism.term());
            if (mechanism.passes()) {
                take(domain, mechanism.term());
            }
        }
        if (record.redirect().isPresent()) {
            count(record.redirect().get());
            take(domain, record.redirect().get());
        }
    }

    private void count(SpfTerm term) throws SpfFault {
        if (term.counted() && ++terms > ALLOWED_TERMS) {
            notes.add("more than 10 terms need DNS, so receivers answer permerror (RFC 7208 section 4.6.4)");
        }
        if (terms > MOST_TERMS) {
            throw new SpfFault("more than " + MOST_TERMS + " terms need DNS");
        }
    }

    private void take(DomainName domain, SpfTerm term) throws SpfFault {
        switch (term) {
            case SpfTerm.All all -> {}
            case SpfTerm.Network network -> hosts.add(network.range());
            case SpfTerm.Unbounded unbounded ->
                notes.add("`" + SafeText.of(unbounded.text()) + "` of " + domain + " cannot be enumerated");
            case SpfTerm.Include include -> follow(domain, "include:", include.domain());
            case SpfTerm.Redirect redirect -> follow(domain, "redirect=", redirect.domain());
            case SpfTerm.Host host -> {
                Optional<DomainName> name = target(domain, "a:", host.domain());
                if (name.isPresent()) {
                    hosts.host(name.get(), host);
                }
            }
            case SpfTerm.Mx mx -> {
                Optional<DomainName> name = target(domain, "mx:", mx.domain());
                if (name.isPresent()) {
                    hosts.exchanges(name.get(), mx);
                }
            }
        }
    }

    private void follow(DomainName domain, String word, String spec) throws SpfFault {
        Optional<DomainName> name = target(domain, word, spec);
        if (name.isPresent() && !expand(name.get())) {
            throw new SpfFault(domain + " has `" + word + name.get() + "`, but " + name.get() + " has no SPF record");
        }
    }

    /** The name a term speaks of; nothing when it depends on the message (section 7). */
    private Optional<DomainName> target(DomainName domain, String word, String spec) throws SpfFault {
        String expanded = spec.isEmpty() ? domain.text() : SpfMacros.expand(spec, domain);
        if (expanded.contains("%")) {
            notes.add("`" + SafeText.of(word + spec) + "` of " + domain
                    + " depends on the message and cannot be enumerated");
            return Optional.empty();
        }
        Optional<DomainName> name = DomainName.tryParse(expanded);
        if (name.isEmpty()) {
            throw new SpfFault(
                    "the SPF record of " + domain + " is wrong: `" + SafeText.of(word + spec) + "` names no domain");
        }
        return name;
    }
}
