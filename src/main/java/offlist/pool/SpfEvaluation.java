package offlist.pool;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a domain's SPF record lets an address send, found as a receiver finds it (RFC 7208 section 4.6): in order, until
 * something matches, within the limits of section 4.6.4. Used once, by one thread.
 */
public final class SpfEvaluation {
    private static final int ALLOWED_TERMS = 10;

    private final Lookup lookup;
    private final SpfMatching matching;
    private final IpAddress address;
    private final Map<Character, String> values;
    private int terms;

    private SpfEvaluation(Lookup lookup, DomainName domain, IpAddress address, List<DomainName> helo) {
        this.lookup = lookup;
        this.matching = new SpfMatching(lookup, address);
        this.address = address;
        this.values = SpfMacros.values(domain, address, helo);
    }

    /** @param helo the names that the sender says HELO with; a record that asks for it is answered when there is only one */
    public static SpfOutcome of(Lookup lookup, DomainName domain, IpAddress address, List<DomainName> helo) {
        try {
            return new SpfEvaluation(lookup, domain, address, helo).record(domain);
        } catch (SpfFault fault) {
            return fault.passes()
                    ? new SpfOutcome.CannotTell(fault.sentence())
                    : new SpfOutcome.Broken(fault.sentence());
        }
    }

    private SpfOutcome record(DomainName domain) throws SpfFault {
        Optional<String> text = new SpfLookup(lookup).record(domain);
        return text.isEmpty() ? new SpfOutcome.NoRecord() : evaluate(domain, SpfWalk.parse(domain, text.get()));
    }

    private SpfOutcome evaluate(DomainName domain, SpfRecord record) throws SpfFault {
        SpfDoubts doubts = new SpfDoubts();
        for (SpfRecord.Mechanism mechanism : record.mechanisms()) {
            count(mechanism.term());
            String written = "`" + mechanism.text() + "` of " + domain;
            switch (match(domain, mechanism.term())) {
                case Match.Yes yes -> {
                    String by = written + yes.further();
                    return doubts.about(mechanism.passes() ? new SpfOutcome.Passes(by) : new SpfOutcome.NotCovered(by));
                }
                case Match.No no -> {}
                case Match.Perhaps perhaps -> doubts.add(mechanism.passes(), written + " " + perhaps.why());
            }
        }
        return doubts.about(
                record.redirect().isPresent()
                        ? redirected(domain, record.redirect().get())
                        : end(domain));
    }

    private static SpfOutcome end(DomainName domain) {
        return new SpfOutcome.NotCovered("no mechanism of " + domain + " matches");
    }

    private SpfOutcome redirected(DomainName domain, SpfTerm.Redirect redirect) throws SpfFault {
        count(redirect);
        Optional<DomainName> name = target(domain, "redirect=", redirect.domain());
        if (name.isEmpty()) {
            return new SpfOutcome.CannotTell("`redirect=` of " + domain + " depends on the message");
        }
        return existing(domain, "redirect=", name.get());
    }

    private SpfOutcome existing(DomainName domain, String word, DomainName name) throws SpfFault {
        SpfOutcome outcome = record(name);
        if (outcome instanceof SpfOutcome.NoRecord) {
            throw new SpfFault(domain + " has `" + word + name + "`, but " + name + " has no SPF record");
        }
        return outcome;
    }

    private void count(SpfTerm term) throws SpfFault {
        if (term.counted() && ++terms > ALLOWED_TERMS) {
            throw new SpfFault("more than 10 terms need DNS, so receivers answer permerror (RFC 7208 section 4.6.4)");
        }
    }

    private sealed interface Match {
        /** @param further what inside of it decided, empty when nothing did */
        record Yes(String further) implements Match {}

        record No() implements Match {}

        record Perhaps(String why) implements Match {}

        static Match of(boolean matches) {
            return matches ? new Yes("") : new No();
        }
    }

    private Match match(DomainName domain, SpfTerm term) throws SpfFault {
        return switch (term) {
            case SpfTerm.All all -> Match.of(true);
            case SpfTerm.Network network -> Match.of(network.range().contains(address));
            case SpfTerm.Redirect redirect -> throw new IllegalStateException("a modifier among the mechanisms");
            case SpfTerm.Include include -> {
                Optional<DomainName> name = target(domain, "include:", include.domain());
                yield name.isPresent() ? included(domain, name.get()) : dependent();
            }
            case SpfTerm.Host host -> {
                Optional<DomainName> name = target(domain, "a:", host.domain());
                yield name.isPresent() ? Match.of(matching.host(name.get(), host)) : dependent();
            }
            case SpfTerm.Mx mx -> {
                Optional<DomainName> name = target(domain, "mx:", mx.domain());
                yield name.isPresent() ? Match.of(matching.exchanges(name.get(), mx)) : dependent();
            }
            case SpfTerm.Exists exists -> {
                Optional<DomainName> name = target(domain, "exists:", exists.domain());
                yield name.isPresent() ? Match.of(matching.exists(name.get())) : dependent();
            }
            case SpfTerm.Ptr ptr -> {
                Optional<DomainName> name = target(domain, "ptr:", ptr.domain());
                yield name.isPresent() ? Match.of(matching.named(name.get())) : dependent();
            }
        };
    }

    private static Match dependent() {
        return new Match.Perhaps("depends on the message");
    }

    /** Section 5.2: only a pass of the other record is a match. */
    private Match included(DomainName domain, DomainName name) throws SpfFault {
        return switch (existing(domain, "include:", name)) {
            case SpfOutcome.Passes passes -> new Match.Yes(", there " + passes.by());
            case SpfOutcome.NotCovered no -> new Match.No();
            case SpfOutcome.CannotTell doubt -> new Match.Perhaps("cannot be told: " + doubt.why());
            case SpfOutcome.Broken broken -> throw new SpfFault(broken.why());
            case SpfOutcome.NoRecord none -> throw new IllegalStateException("there is a record");
        };
    }

    /** The name a term speaks of; nothing when it depends on the message (section 7). */
    private Optional<DomainName> target(DomainName domain, String word, String spec) throws SpfFault {
        values.put('d', domain.text());
        Optional<String> expanded = spec.isEmpty() ? Optional.of(domain.text()) : SpfMacros.expand(spec, values);
        if (expanded.isEmpty()) {
            return Optional.empty();
        }
        Optional<DomainName> name = DomainName.tryParse(expanded.get());
        if (name.isEmpty()) {
            throw new SpfFault(
                    "the SPF record of " + domain + " is wrong: `" + SafeText.of(word + spec) + "` names no domain");
        }
        return name;
    }
}
