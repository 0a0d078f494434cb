package offlist.alert;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is told what.
 *
 * @param route the root of the routing tree; absent, the first receiver hears everything
 * @param mail needed as soon as a receiver is an e-mail one
 * @param externalUrl where people reach the pages
 * @param inhibitRules what makes other alerts not worth telling, beside what always does
 * @param digests summaries at fixed times
 * @param intervals by name, the times that routes are mute or active in; any of a name's counts
 */
public record AlertSettings(
        List<ReceiverSettings> receivers,
        Optional<RouteSettings> route,
        Optional<MailSettings> mail,
        Optional<URI> externalUrl,
        List<InhibitRule> inhibitRules,
        List<DigestSettings> digests,
        Map<String, List<TimeInterval>> intervals) {
    public AlertSettings {
        receivers = List.copyOf(receivers);
        inhibitRules = List.copyOf(inhibitRules);
        digests = List.copyOf(digests);
        intervals = Map.copyOf(intervals);
    }

    /** With nothing else said. */
    public AlertSettings(List<ReceiverSettings> receivers, Optional<RouteSettings> route, Optional<MailSettings> mail) {
        this(receivers, route, mail, Optional.empty(), List.of(), List.of(), Map.of());
    }

    /** The same with these rules. */
    AlertSettings inhibitedBy(List<InhibitRule> rules) {
        return new AlertSettings(receivers, route, mail, externalUrl, rules, digests, intervals);
    }

    /**
     * Whether a route with these time intervals sends nothing now: in one of the first, or outside all of the second where
     * it has any. A name that means nothing any more after a reload keeps nobody quiet.
     */
    public boolean quietAt(List<String> mute, List<String> active, Instant now) {
        return anyContains(mute, now) || (intervals.keySet().containsAll(active) && outside(active, now));
    }

    private boolean outside(List<String> active, Instant now) {
        return !active.isEmpty() && !anyContains(active, now);
    }

    private boolean anyContains(List<String> names, Instant now) {
        return names.stream()
                .flatMap(name -> intervals.getOrDefault(name, List.of()).stream())
                .anyMatch(interval -> interval.contains(now));
    }

    /** Where the pages are. */
    public Links links() {
        return new Links(externalUrl);
    }

    /** The same with everything told on the terminal as well, soon: somebody sits there and watches. */
    public AlertSettings withConsole() {
        ReceiverSettings console = new ReceiverSettings.Console("console");
        RouteSettings quick = new RouteSettings(
                Optional.of(console.name()),
                Map.of(),
                Optional.of(List.of(AlertLabels.LIST)),
                Optional.of(Duration.ofSeconds(2)),
                Optional.of(Duration.ofSeconds(5)),
                Optional.empty(),
                true,
                List.of());
        List<RouteSettings> routes = new ArrayList<>(List.of(quick));
        route.ifPresent(routes::add);
        RouteSettings root = new RouteSettings(
                Optional.of(
                        receivers.isEmpty()
                                ? console.name()
                                : receivers.getFirst().name()),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                routes);
        List<ReceiverSettings> all = new ArrayList<>(receivers);
        all.add(console);
        return new AlertSettings(all, Optional.of(root), mail, externalUrl, inhibitRules, digests, intervals);
    }
}
