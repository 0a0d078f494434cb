package offlist.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.app.VerifyRun.Finding;
import offlist.catalogue.Basis;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.TestPoints;
import offlist.pool.IpAddress;
import offlist.probe.Health;
import offlist.probe.Health.State;

/**
 * What {@code offlist lists --verify} found, for people.
 *
 * @param strict whether the lists that cannot be asked were named one by one
 */
record VerifyReport(Askable asked, List<Finding> findings, boolean strict) {
    /** The best first, so that what needs a hand stands above the summary. */
    private static final List<State> ORDER = List.of(
            State.HEALTHY,
            State.UNVERIFIED,
            State.LISTS_NOTHING,
            State.UNREACHABLE,
            State.REFUSING,
            State.LISTS_EVERYTHING);

    VerifyReport {
        findings = findings.stream()
                .sorted(Comparator.<Finding>comparingInt(finding -> rank(finding.health()))
                        .thenComparing(finding -> finding.list().id())
                        .thenComparing(Finding::kind)
                        .thenComparing(Finding::resolver))
                .toList();
    }

    private static int rank(Health health) {
        return ORDER.indexOf(health.state());
    }

    /** 0 when nothing is ill, else 2. */
    int exit() {
        boolean ill = findings.isEmpty() || findings.stream().anyMatch(this::bad);
        return ill || (strict && !asked.barred().isEmpty()) ? 2 : 0;
    }

    private boolean bad(Finding finding) {
        return switch (finding.health().state()) {
            case HEALTHY, UNVERIFIED -> false;
            case LISTS_NOTHING -> !onlyAssumed(finding);
            case REFUSING, LISTS_EVERYTHING, UNREACHABLE -> true;
        };
    }

    /** That a list which works does not know a test point for another kind which nobody promised is no fault of it. */
    private boolean onlyAssumed(Finding finding) {
        boolean assumed = finding.list().asked().list().test().basis(finding.kind()) == Basis.ASSUMED;
        return assumed
                && findings.stream()
                        .anyMatch(
                                other -> other.list().id().equals(finding.list().id())
                                        && other.kind() != finding.kind()
                                        && other.health().believable());
    }

    /** The state of each list: that of its worst path, where one that nobody promised does not count. */
    Map<ListId, State> states() {
        return findings.stream()
                .collect(Collectors.toMap(
                        finding -> finding.list().id(),
                        finding -> bad(finding) || finding.health().believable()
                                ? finding.health().state()
                                : State.UNVERIFIED,
                        VerifyReport::worse));
    }

    /** Nobody can say of a list that is healthy by one path that it is unverified. */
    private static State worse(State one, State other) {
        State healthy = State.HEALTHY;
        if (one == State.UNVERIFIED || other == State.UNVERIFIED) {
            State rest = one == State.UNVERIFIED ? other : one;
            return rest == healthy ? healthy : rest;
        }
        return ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other;
    }

    Map<State, Integer> counts() {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        ORDER.forEach(state -> counts.put(state, 0));
        states().values().forEach(state -> counts.merge(state, 1, Integer::sum));
        return counts;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        if (!findings.isEmpty()) {
            Table table = new Table("LIST", "ASKED FOR", "RESOLVER", "STATE", "CAUSE AND REMEDY");
            findings.forEach(finding -> table.row(
                    finding.list().id().value(),
                    points(finding),
                    finding.resolver().value(),
                    finding.health().state().label().replace('_', ' '),
                    finding.health().cause()));
            text.append(table.text()).append('\n');
        }
        if (!asked.barred().isEmpty()) {
            Table barred = new Table("CANNOT BE ASKED", "ZONE", "WHY");
            asked.barred().forEach(list -> barred.row(list.id(), list.zone(), list.why()));
            text.append(barred.text()).append('\n');
        }
        return text.append(summary()).append('\n').toString();
    }

    private String summary() {
        Map<State, Integer> counts = counts();
        List<String> words = new ArrayList<>();
        words.add(counts.get(State.HEALTHY) + " healthy");
        ORDER.stream()
                .filter(state -> state != State.HEALTHY && counts.getOrDefault(state, 0) > 0)
                .forEach(state -> words.add(counts.get(state) + " " + word(state)));
        if (!asked.barred().isEmpty()) {
            words.add(asked.barred().size() + " not to be asked");
        }
        int lists = states().size();
        return (lists == 1 ? "1 list: " : lists + " lists: ") + String.join(", ", words) + ".";
    }

    private static String word(State state) {
        return switch (state) {
            case HEALTHY -> "healthy";
            case REFUSING -> "refusing";
            case LISTS_EVERYTHING -> "mad (lists everything)";
            case LISTS_NOTHING -> "empty (lists nothing)";
            case UNREACHABLE -> "dead (unreachable)";
            case UNVERIFIED -> "unverified";
        };
    }

    private static String points(Finding finding) {
        TestPoints test = finding.list().asked().list().test();
        Stream<String> negative =
                shown(test.negative(finding.kind()), finding.kind()).stream().map(point -> "not " + point);
        String points = Stream.concat(shown(test.positive(finding.kind()), finding.kind()).stream(), negative)
                .collect(Collectors.joining(", "));
        return finding.kind().label() + " " + (points.isEmpty() ? "(no test point)" : points);
    }

    /** As RFC 5952 writes addresses; the mapped ones of RFC 5782 with their IPv4 part. */
    static List<String> shown(List<String> points, Kind kind) {
        return points.stream().map(point -> shown(point, kind)).toList();
    }

    private static String shown(String point, Kind kind) {
        return IpAddress.tryParse(point)
                .map(address -> kind == Kind.IPV6 && !address.v6() ? "::ffff:" + address.text() : address.text())
                .orElse(point);
    }
}
