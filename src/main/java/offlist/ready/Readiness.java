package offlist.ready;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import offlist.dns.Lookups;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.pool.Lookup;
import offlist.pool.Target;

/** Looks at what lists look at before they let an address or a domain go. Threads may share it. */
public final class Readiness {
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int AT_ONCE = 16;

    /** One thing to look at, which may end in several findings. */
    private record Look(Check check, Target about, Callable<List<Finding>> how) {}

    private final Lookups lookups;
    private final ReadinessSettings settings;
    private final SmtpLook smtp;
    private final Duration longest;

    /** Asks DNS and nobody else. */
    public Readiness(Lookups lookups) {
        this(lookups, ReadinessSettings.DEFAULT, address -> false);
    }

    /** @param ours whether an address is in a pool: no other one is ever connected to */
    public Readiness(Lookups lookups, ReadinessSettings settings, Predicate<IpAddress> ours) {
        this(lookups, settings, new SmtpLook(settings, ours), LONGEST);
    }

    Readiness(Lookups lookups, ReadinessSettings settings, SmtpLook smtp, Duration longest) {
        this.lookups = lookups;
        this.settings = settings;
        this.smtp = smtp;
        this.longest = longest;
    }

    /**
     * Looks now and waits for the answers, but not for long. What has not answered by then is unknown.
     *
     * @return in the order of {@link Check}; nothing when readiness is switched off
     */
    public List<Finding> of(Target target, Sender sender) {
        return settings.enabled() ? found(looks(target, sender)) : List.of();
    }

    private List<Look> looks(Target target, Sender sender) {
        Lookup lookup = new Lookup(lookups.within(longest));
        List<Look> looks = new ArrayList<>();
        List<DomainName> domains = new ArrayList<>(sender.domains());
        switch (target) {
            case IpAddress address -> looks.addAll(looks(address, sender, lookup));
            case DomainName domain -> domains.addFirst(domain);
        }
        domains.stream()
                .distinct()
                .forEach(domain -> looks.add(
                        new Look(Check.DOMAIN_MAIL, domain, () -> new DomainMail(lookup).of(domain, target))));
        return looks;
    }

    private List<Look> looks(IpAddress address, Sender sender, Lookup lookup) {
        List<Look> looks = new ArrayList<>();
        looks.add(new Look(Check.PTR, address, () -> new ReverseNames(lookup).of(address, sender)));
        if (settings.connects()) {
            looks.add(new Look(Check.GREETING, address, () -> smtp.of(address, sender, longest)));
        }
        sender.domains().stream()
                .distinct()
                .forEach(domain -> looks.add(new Look(
                        Check.SPF, domain, () -> List.of(new Coverage(lookup).of(domain, address, sender.helo())))));
        return looks;
    }

    private static List<Finding> found(List<Look> looks) {
        List<Finding> findings = new ArrayList<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<List<Finding>>> running =
                    looks.stream().map(look -> threads.submit(look.how())).toList();
            for (int i = 0; i < looks.size(); i++) {
                findings.addAll(result(looks.get(i), running.get(i)));
            }
        }
        findings.sort(Comparator.comparing(Finding::check));
        return List.copyOf(findings);
    }

    /** A look that breaks off tells nothing; the others stand. */
    private static List<Finding> result(Look look, Future<List<Finding>> running) {
        try {
            return running.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return List.of(broken(look, stop));
        } catch (ExecutionException mistake) {
            return List.of(broken(look, mistake.getCause() == null ? mistake : mistake.getCause()));
        }
    }

    private static Finding broken(Look look, Throwable why) {
        return Finding.unknown(
                look.check(),
                look.about(),
                "The look broke off: " + why.getClass().getSimpleName() + ".",
                "Look again; if it stays so, it is a mistake of this program.");
    }
}
