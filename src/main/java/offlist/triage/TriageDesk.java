package offlist.triage;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import offlist.bounce.Refusals;
import offlist.bounce.Refusals.Impact;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.smtp.MailHosts;
import offlist.smtp.MailRoute;

/** Finds out why somebody does not take our mail. Waits for lists, DNS and servers. Threads may share it. */
public final class TriageDesk {
    private final ListLook lists;
    private final Supplier<MailRoute> route;
    private final ServerCalls calls;
    private final Function<IpAddress, Optional<String>> helo;
    private final Refusals refusals;
    private final InstantSource clock;

    /**
     * @param route with the resolvers in force
     * @param helo what the server with an address of ours says EHLO with
     */
    public TriageDesk(
            ListLook lists,
            Supplier<MailRoute> route,
            ServerCalls calls,
            Function<IpAddress, Optional<String>> helo,
            Refusals refusals,
            InstantSource clock) {
        this.lists = lists;
        this.route = route;
        this.calls = calls;
        this.helo = helo;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Looks into a case. */
    public Triage look(Case about) {
        Instant now = clock.instant();
        // The lists take longest, so they are asked first and waited for last.
        CompletionStage<List<ListState>> asked =
                about.address().map(lists::of).orElseGet(() -> CompletableFuture.completedFuture(List.of()));
        Optional<Servers> servers = about.domain().map(domain -> servers(domain, about.address()));
        Optional<Others> others = about.domain().map(this::others);
        Facts facts = new Facts(about, asked.toCompletableFuture().join(), servers, others);
        return new Triage(
                now, about, facts.lists(), servers, others, Contacts.of(about.told(), about.domain()), Judge.of(facts));
    }

    private Servers servers(DomainName domain, Optional<IpAddress> from) {
        MailHosts hosts = route.get().of(domain);
        return calls.enabled()
                ? new Servers(hosts, true, calls.of(hosts.reachable(), from, from.flatMap(helo)))
                : new Servers(hosts, false, List.of());
    }

    private Others others(DomainName domain) {
        Instant since = refusals.usual();
        return new Others(
                since,
                refusals.impact(domain.text(), since).stream()
                        .filter(Impact::relevant)
                        .toList());
    }
}
