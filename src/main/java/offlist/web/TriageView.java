package offlist.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import offlist.bounce.Refusals.Impact;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.smtp.MailHost;
import offlist.smtp.MailHosts;
import offlist.triage.ListState;
import offlist.triage.Others;
import offlist.triage.ServerLook;
import offlist.triage.Servers;
import offlist.triage.Ticket;
import offlist.triage.Told;
import offlist.triage.Triage;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a refusal, as programs see it.
 *
 * @param whose {@code list}, {@code receiver}, {@code disagreement}, {@code recipient}, {@code sender}, {@code message},
 *     {@code nobody} or {@code unclear}
 * @param conclusion for people
 * @param steps what to do, in order
 * @param refusal what was read, or the last one that is kept; null when none is known
 * @param lists every list that was asked, those that list the address first; none without an address
 * @param server the recipient's; null without a recipient
 * @param others what the recipient's domain did with our addresses lately; null without a recipient
 * @param contacts whom to write to
 * @param task the removal task to which it was added; null when it was not sent
 */
public record TriageView(
        Instant at,
        @Nullable String address,
        @Nullable String recipient,
        String whose,
        String conclusion,
        List<String> steps,
        @Nullable RefusalView refusal,
        List<ListLine> lists,
        @Nullable ServerView server,
        @Nullable OthersView others,
        List<String> contacts,
        Ticket ticket,
        @Nullable String task) {

    /**
     * A list.
     *
     * @param verdict {@code listed}, {@code not_listed} or {@code unknown}
     * @param words what its codes mean, or why nobody can tell
     * @param since when the open listing was opened
     */
    public record ListLine(
            String list,
            String name,
            String verdict,
            String words,
            @Nullable Instant since,
            List<ListState.Past> earlier) {
        static ListLine of(ListState state) {
            return new ListLine(
                    state.list().value(),
                    state.name(),
                    state.standing().name().toLowerCase(java.util.Locale.ROOT),
                    state.words(),
                    state.since().orElse(null),
                    state.earlier());
        }
    }

    /**
     * The recipient's mail servers.
     *
     * @param state {@code mx}, {@code no_mx}, {@code null_mx}, {@code nowhere}, {@code no_such_domain} or {@code unknown}
     * @param hosts in the order in which they are tried
     * @param called whether servers were called; `triage.call-servers`
     */
    public record ServerView(String state, String words, List<HostView> hosts, boolean called, List<CallView> calls) {
        static ServerView of(Servers servers) {
            return new ServerView(
                    state(servers.hosts()),
                    words(servers.hosts()),
                    hosts(servers.hosts()).stream().map(HostView::of).toList(),
                    servers.called(),
                    servers.looks().stream().map(CallView::of).toList());
        }

        private static String state(MailHosts hosts) {
            return switch (hosts) {
                case MailHosts.Exchanges exchanges -> "mx";
                case MailHosts.Itself itself -> "no_mx";
                case MailHosts.NullMx none -> "null_mx";
                case MailHosts.Nowhere none -> "nowhere";
                case MailHosts.NoSuchDomain none -> "no_such_domain";
                case MailHosts.Unknown unknown -> "unknown";
            };
        }

        private static String words(MailHosts hosts) {
            return switch (hosts) {
                case MailHosts.Exchanges exchanges -> "Its mail hosts, in the order in which they are tried:";
                case MailHosts.Itself itself -> "It has no MX record, so the host of that name takes its mail:";
                case MailHosts.NullMx none -> "It says that it takes no mail (a null MX, RFC 7505).";
                case MailHosts.Nowhere none -> "It has neither MX nor address: mail for it has no way.";
                case MailHosts.NoSuchDomain none -> "There is no such domain.";
                case MailHosts.Unknown unknown -> "Where its mail goes cannot be told: " + unknown.words() + ".";
            };
        }

        private static List<MailHost> hosts(MailHosts hosts) {
            return switch (hosts) {
                case MailHosts.Exchanges exchanges -> exchanges.hosts();
                case MailHosts.Itself itself -> List.of(itself.host());
                case MailHosts.NullMx none -> List.of();
                case MailHosts.Nowhere none -> List.of();
                case MailHosts.NoSuchDomain none -> List.of();
                case MailHosts.Unknown unknown -> List.of();
            };
        }
    }

    /** @param fault why it cannot take mail; null when nothing shows that */
    public record HostView(
            String name, List<String> addresses, @Nullable String fault) {
        static HostView of(MailHost host) {
            return new HostView(
                    host.name(),
                    host.addresses().stream().map(IpAddress::text).toList(),
                    host.fault().map(MailHost.Fault::words).orElse(null));
        }
    }

    /**
     * A call.
     *
     * @param outcome {@code greets}, {@code refuses} or {@code silent}
     * @param from the address that was called from; null where no connection came about
     */
    public record CallView(
            String host,
            String address,
            String outcome,
            String words,
            @Nullable String from) {
        static CallView of(ServerLook look) {
            return new CallView(
                    look.host(),
                    look.address().text(),
                    look.outcome().name().toLowerCase(java.util.Locale.ROOT),
                    look.words(),
                    look.from().map(IpAddress::text).orElse(null));
        }
    }

    /**
     * What the recipient's domain did with our addresses.
     *
     * @param addresses how many of them it refused
     * @param besides how many besides this one
     */
    public record OthersView(Instant since, long addresses, long besides, List<OtherView> refused) {
        static OthersView of(Others others, Optional<IpAddress> address) {
            return new OthersView(
                    others.since(),
                    others.addresses(),
                    address.map(others::besides).orElseGet(others::addresses),
                    others.refused().stream().map(OtherView::of).toList());
        }
    }

    /** @param address null where the refusals do not tell */
    public record OtherView(
            @Nullable String address,

            @com.fasterxml.jackson.annotation.JsonProperty("class")
            String refusalClass,

            long refusals,
            Instant last) {
        static OtherView of(Impact impact) {
            return new OtherView(
                    impact.address().orElse(null), impact.refusalClass(), impact.refusals(), impact.last());
        }
    }

    /** @param masked whether what is personal is hidden in the ticket */
    static TriageView of(Triage triage, boolean masked, Optional<String> task) {
        return new TriageView(
                triage.at(),
                triage.about().address().map(IpAddress::text).orElse(null),
                triage.about()
                        .recipient()
                        .or(() -> triage.about().domain().map(DomainName::text))
                        .orElse(null),
                triage.conclusion().whose().label(),
                triage.conclusion().sentence(),
                triage.conclusion().steps(),
                triage.about().told().map(Told::body).map(RefusalView::of).orElse(null),
                triage.lists().stream()
                        .sorted(java.util.Comparator.comparing(ListState::standing))
                        .map(ListLine::of)
                        .toList(),
                triage.servers().map(ServerView::of).orElse(null),
                triage.others()
                        .map(others -> OthersView.of(others, triage.about().address()))
                        .orElse(null),
                triage.contacts(),
                Ticket.of(triage, masked),
                task.orElse(null));
    }
}
