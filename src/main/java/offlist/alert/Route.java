package offlist.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The routing tree with everything inherited. Immutable. */
public final class Route {
    private static final Routed DEFAULTS = new Routed(
            "",
            RouteSettings.DEFAULT_GROUP_BY,
            RouteSettings.DEFAULT_GROUP_WAIT,
            RouteSettings.DEFAULT_GROUP_INTERVAL,
            RouteSettings.DEFAULT_REPEAT_INTERVAL);
    private static final RouteSettings TO_THE_FIRST = new RouteSettings(
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of());

    private final Match match;
    private final boolean onward;
    private final Routed own;
    /** What the receiver needs, whatever the tree says. */
    private final Routed heard;

    private final List<Route> children;

    private Route(RouteSettings settings, Routed parent, Map<String, Duration> resent) {
        match = new Match(settings.match());
        onward = settings.onward();
        own = new Routed(
                settings.receiver().orElse(parent.receiver()),
                settings.groupBy().orElse(parent.groupBy()),
                settings.groupWait().orElse(parent.groupWait()),
                settings.groupInterval().orElse(parent.groupInterval()),
                settings.repeatInterval().orElse(parent.repeatInterval()),
                settings.muteTimes(),
                settings.activeTimes());
        heard = Optional.ofNullable(resent.get(own.receiver())).map(own::resent).orElse(own);
        children = settings.routes().stream()
                .map(child -> new Route(child, own, resent))
                .toList();
    }

    /** The tree; without one, or above its first named receiver, the first receiver hears everything. */
    static Route of(AlertSettings settings) {
        String first = settings.receivers().stream()
                .map(ReceiverSettings::name)
                .findFirst()
                .orElse("");
        Routed top = new Routed(
                first, DEFAULTS.groupBy(), DEFAULTS.groupWait(), DEFAULTS.groupInterval(), DEFAULTS.repeatInterval());
        return new Route(settings.route().orElse(TO_THE_FIRST), top, resent(settings));
    }

    private static Map<String, Duration> resent(AlertSettings settings) {
        return settings.receivers().stream()
                .filter(receiver -> receiver.resent().isPresent())
                .collect(Collectors.toMap(
                        ReceiverSettings::name, receiver -> receiver.resent().orElseThrow(), (first, later) -> first));
    }

    /** A receiver that hears of something whatever the tree says. */
    static Routed at(AlertSettings settings, String receiver) {
        Routed soon = new Routed(
                receiver, DEFAULTS.groupBy(), Duration.ZERO, DEFAULTS.groupInterval(), DEFAULTS.repeatInterval());
        return Optional.ofNullable(resent(settings).get(receiver))
                .map(soon::resent)
                .orElse(soon);
    }

    /**
     * A receiver and how the tree led to it.
     *
     * @param way what the nodes matched, from the root's child downwards; empty for the root itself
     */
    record Reached(Routed routed, List<String> way) {
        Reached {
            way = List.copyOf(way);
        }

        private Reached under(Match match) {
            List<String> longer = new ArrayList<>(way);
            longer.addFirst(match.equals(Match.ALL) ? "everything" : match.toString());
            return new Reached(routed, longer);
        }
    }

    /** Who hears of it, in the order of the tree; each receiver once, by the first way that is open at all times if there is one. */
    List<Routed> receivers(AlertLabels labels) {
        return reached(labels).stream().map(Reached::routed).toList();
    }

    /** The same with the way to each. */
    List<Reached> reached(AlertLabels labels) {
        return matches(labels) ? distinct(below(labels)) : List.of();
    }

    private List<Reached> below(AlertLabels labels) {
        List<Reached> below = new ArrayList<>();
        boolean matched = false;
        for (Route child : children) {
            if (child.matches(labels)) {
                matched = true;
                child.below(labels).forEach(reached -> below.add(reached.under(child.match)));
                if (!child.onward) {
                    break;
                }
            }
        }
        return matched ? below : List.of(new Reached(heard, List.of()));
    }

    private boolean matches(AlertLabels labels) {
        return match.matches(labels);
    }

    private static List<Reached> distinct(List<Reached> all) {
        return all.stream()
                .filter(reached -> !reached.routed().receiver().isEmpty())
                .collect(Collectors.toMap(
                        reached -> reached.routed().receiver(),
                        reached -> reached,
                        (first, later) ->
                                first.routed().timed() && !later.routed().timed() ? later : first,
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }
}
