package offlist.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import offlist.catalogue.ListId;
import offlist.dns.Resolvers;
import offlist.pool.Lookup;
import offlist.smtp.MailRoute;
import offlist.testing.FakeDns;
import offlist.testing.Sample;
import offlist.triage.CallSettings;
import offlist.triage.ListState;
import offlist.triage.ListState.Past;
import offlist.triage.ListState.Standing;
import offlist.triage.ServerCalls;
import offlist.triage.TriageDesk;
import org.xbill.DNS.Type;

/** Three lists, one of which lists 192.0.2.66 alone, and a DNS server that knows example.org. */
final class SampleTriage {
    private static final FakeDns DNS = dns();
    private static final Resolvers RESOLVERS = new Resolvers();

    private SampleTriage() {}

    static TriageDesk desk() {
        return new TriageDesk(
                address -> CompletableFuture.completedFuture(List.of(
                        state(
                                "spamcop",
                                "SpamCop",
                                address.text().equals("192.0.2.66") ? Standing.LISTED : Standing.NOT_LISTED),
                        state("spamhaus-zen", "Spamhaus ZEN", Standing.NOT_LISTED),
                        state("psbl", "PSBL", Standing.UNKNOWN))),
                () -> new MailRoute(new Lookup(RESOLVERS.lookups(List.of(DNS.id()), Duration.ofSeconds(2), 1))),
                new ServerCalls(() -> CallSettings.DEFAULT, InstantSource.system()),
                address -> Optional.empty(),
                SampleRefusals.refusals(),
                InstantSource.system());
    }

    private static ListState state(String id, String name, Standing standing) {
        boolean listed = standing == Standing.LISTED;
        return new ListState(
                new ListId(id),
                name,
                standing,
                listed ? "127.0.0.2: spam seen" : standing == Standing.UNKNOWN ? "timeout" : "not listed",
                listed ? Optional.of(Sample.ago(60)) : Optional.empty(),
                id.equals("spamhaus-zen") ? List.of(new Past(Sample.ago(90_000), Sample.ago(80_000))) : List.of());
    }

    private static FakeDns dns() {
        FakeDns dns = FakeDns.start();
        dns.zone("example.org").add("@", Type.MX, "10 mx.example.org.").add("mx", Type.A, "198.51.100.25");
        return dns;
    }
}
