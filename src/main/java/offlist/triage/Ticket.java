package offlist.triage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.bounce.Refusals.Impact;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.smtp.MailHost;
import offlist.smtp.MailHosts;
import offlist.triage.ListState.Standing;

/**
 * What was found out, as a text to send to somebody: a postmaster, a colleague, a ticket system. Nothing in it is made up.
 *
 * @param title one line
 */
public record Ticket(String title, String text) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int MOST_LISTS = 20;
    /** What would play tricks on a screen; lines and tabs are ours. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\n\t]]");

    /** @param masked whether what is personal is hidden */
    public static Ticket of(Triage triage, boolean masked) {
        String text = new Writer(triage).text();
        String headers = triage.about().headers().strip();
        String shown = masked ? Masked.headers(headers) : headers;
        String whole = (masked ? Masked.text(text) : text) + (headers.isEmpty() ? "" : "\nHeaders\n" + shown.indent(2));
        return new Ticket(title(triage), HIDDEN.matcher(whole).replaceAll("?"));
    }

    private static String title(Triage triage) {
        String address = triage.about().address().map(IpAddress::text).orElse("An address of ours");
        return triage.about()
                .domain()
                .map(domain -> address + " and " + domain + ": " + brief(triage))
                .orElseGet(() -> address + ": " + brief(triage));
    }

    private static String brief(Triage triage) {
        return switch (triage.conclusion().whose()) {
            case LIST -> "blocklisted";
            case RECEIVER -> "refused by the receiver's own judgement";
            case DISAGREEMENT -> "refused because of a list that does not list it";
            case RECIPIENT -> "the recipient's mail is out of order";
            case SENDER -> "refused for its name or its volume";
            case MESSAGE -> "a message was refused";
            case NOBODY -> "nothing found";
            case UNCLEAR -> "not clear yet";
        };
    }

    /** One section after the other. */
    private static final class Writer {
        private final Triage triage;
        private final List<String> lines = new ArrayList<>();

        Writer(Triage triage) {
            this.triage = triage;
        }

        String text() {
            lines.add(triage.conclusion().sentence());
            told();
            lists();
            servers();
            others();
            if (!triage.contacts().isEmpty()) {
                section("Whom to write to");
                triage.contacts().forEach(contact -> lines.add("  " + contact));
            }
            lines.add("");
            lines.add("As of " + TIME.format(triage.at()) + ".");
            return String.join("\n", lines) + "\n";
        }

        private void told() {
            section("The refusal");
            Optional<Told> told = triage.about().told();
            row("Our address", triage.about().address().map(IpAddress::text).orElse("unknown"));
            row(
                    "Recipient",
                    told.flatMap(Told::recipient)
                            .or(triage.about()::recipient)
                            .or(() -> triage.about().domain().map(DomainName::text))
                            .orElse("unknown"));
            told.ifPresent(this::told);
        }

        private void told(Told told) {
            told.server().ifPresent(server -> row("Server", server));
            told.at().ifPresent(at -> row("Time", TIME.format(at)));
            row("It said", told.words());
            row("That means", told.refusalClass().words());
            told.links().forEach(link -> row("Page", link));
        }

        private void lists() {
            if (triage.lists().isEmpty()) {
                return;
            }
            section("Blocklists now");
            triage.listed().stream().limit(MOST_LISTS).forEach(this::listed);
            long clean = of(Standing.NOT_LISTED).count();
            row("Not listed", "on " + clean + " of " + triage.lists().size() + " lists");
            String unknown = of(Standing.UNKNOWN)
                    .map(state -> state.name() + " (" + state.words() + ")")
                    .collect(Collectors.joining(", "));
            if (!unknown.isEmpty()) {
                row("Cannot tell", unknown);
            }
            triage.lists().stream()
                    .filter(state -> !state.listed() && !state.earlier().isEmpty())
                    .limit(MOST_LISTS)
                    .forEach(state -> row("Earlier", state.name() + ": " + past(state)));
        }

        private void listed(ListState state) {
            String since = state.since().map(at -> ", since " + TIME.format(at)).orElse("");
            String before = state.earlier().isEmpty() ? "" : "; before: " + past(state);
            row("Listed", state.name() + " (" + state.words() + ")" + since + before);
        }

        private static String past(ListState state) {
            return state.earlier().stream()
                    .map(past -> day(past.opened()) + " to " + day(past.closed()))
                    .collect(Collectors.joining(", "));
        }

        private static String day(Instant at) {
            return DateTimeFormatter.ISO_LOCAL_DATE.format(at.atZone(ZoneOffset.UTC));
        }

        private Stream<ListState> of(Standing standing) {
            return triage.lists().stream().filter(state -> state.standing() == standing);
        }

        private void servers() {
            triage.servers().ifPresent(servers -> {
                section("The recipient's mail servers");
                hosts(servers.hosts());
                servers.looks()
                        .forEach(look -> row(
                                look.host(),
                                look.address() + ": " + look.words()
                                        + look.from()
                                                .map(from -> " (called from " + from + ")")
                                                .orElse("")));
            });
        }

        private void hosts(MailHosts hosts) {
            switch (hosts) {
                case MailHosts.Exchanges exchanges -> exchanges.hosts().forEach(host -> row("MX", words(host)));
                case MailHosts.Itself itself -> row("No MX", words(itself.host()));
                case MailHosts.NullMx none -> row("MX", "none: the domain says that it takes no mail (RFC 7505)");
                case MailHosts.Nowhere none -> row("MX", "none, and no address either");
                case MailHosts.NoSuchDomain none -> row("MX", "there is no such domain");
                case MailHosts.Unknown unknown -> row("MX", "unknown: " + unknown.words());
            }
        }

        private static String words(MailHost host) {
            return host.fault()
                    .map(MailHost.Fault::words)
                    .orElseGet(() -> host.name() + " ("
                            + host.addresses().stream()
                                    .limit(4)
                                    .map(IpAddress::text)
                                    .collect(Collectors.joining(", "))
                            + ")");
        }

        private void others() {
            triage.others().ifPresent(others -> {
                section("Refusals by this domain since " + TIME.format(others.since()));
                if (others.refused().isEmpty()) {
                    lines.add("  none known");
                }
                others.refused().stream().limit(MOST_LISTS).forEach(this::other);
            });
        }

        private void other(Impact impact) {
            row(
                    impact.address().orElse("unknown"),
                    impact.refusals() + " (" + impact.refusalClass().replace('_', ' ') + "), last "
                            + TIME.format(impact.last()));
        }

        private void section(String name) {
            lines.add("");
            lines.add(name);
        }

        private void row(String name, String value) {
            lines.add(String.format(Locale.ROOT, "  %-13s %s", name, value));
        }
    }
}
