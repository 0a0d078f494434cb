package offlist.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offlist.alert.AlertKind;
import offlist.alert.AlertLabels;
import offlist.catalogue.Catalogue;
import offlist.catalogue.DnsList;
import offlist.catalogue.ListId;
import offlist.catalogue.Scope;
import offlist.catalogue.Severity;
import offlist.pool.IpRange;
import offlist.pool.PoolSettings;
import offlist.yaml.Labels;
import offlist.yaml.Nearest;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/** What a route can match: the labels of alerts with their possible values, and the labels of pools. */
final class MatchValues {
    /** A label and its accepted values, as the routing tree wants them. */
    record Matcher(String label, Set<String> values) {}

    private final List<PoolSettings> pools;
    private final Catalogue catalogue;

    MatchValues(List<PoolSettings> pools, Catalogue catalogue) {
        this.pools = pools;
        this.catalogue = catalogue;
    }

    Optional<Matcher> read(YamlMap match, String label) {
        List<YamlText> texts = match.textNodes(label);
        if (match.items(label).isEmpty()) {
            match.problem(label, "at least one value is needed, or the route never matches");
        }
        if (label.equals(AlertLabels.ADDRESS)) {
            return Optional.of(new Matcher(label, addresses(match, texts)));
        }
        if (label.equals(AlertLabels.ABOUT)) {
            return Optional.of(new Matcher(label, values(texts)));
        }
        if (AlertLabels.NAMES.contains(label)) {
            Collection<String> known = known(label);
            texts.forEach(text -> check(match, text, known));
            return Optional.of(new Matcher(label, values(texts)));
        }
        return poolLabel(match, label, texts);
    }

    /** A label of pools stands for the pools that have it with one of these values. */
    private Optional<Matcher> poolLabel(YamlMap match, String label, List<YamlText> texts) {
        Set<String> known = pools.stream()
                .flatMap(pool -> Optional.ofNullable(pool.labels().get(label)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (known.isEmpty()) {
            match.problem(label, "no alert and no pool has a label of this name" + RouteReader.hint(label, labels()));
            return Optional.empty();
        }
        texts.forEach(text -> check(match, text, known));
        Set<String> wanted = values(texts);
        return Optional.of(new Matcher(
                AlertLabels.POOL,
                pools.stream()
                        .filter(pool -> wanted.contains(pool.labels().getOrDefault(label, "")))
                        .map(pool -> pool.name().value())
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
    }

    private List<String> labels() {
        List<String> labels = new ArrayList<>(AlertLabels.NAMES);
        pools.stream()
                .flatMap(pool -> pool.labels().keySet().stream())
                .distinct()
                .forEach(labels::add);
        return labels;
    }

    private Collection<String> known(String label) {
        return switch (label) {
            case AlertLabels.POOL ->
                Stream.concat(pools.stream().map(pool -> pool.name().value()), Stream.of(Settings.COMMAND_LINE_POOL))
                        .toList();
            case AlertLabels.LIST ->
                catalogue.lists().stream().map(DnsList::id).map(ListId::value).toList();
            case AlertLabels.SEVERITY -> Labels.all(Severity.class);
            case AlertLabels.SCOPE -> Labels.all(Scope.class);
            case AlertLabels.KIND -> Labels.all(AlertKind.class);
            case AlertLabels.REASON -> catalogue.reasonKeys();
            default -> throw new IllegalStateException("label " + label + " has no known values");
        };
    }

    private static void check(YamlMap match, YamlText text, Collection<String> known) {
        if (!known.contains(text.value())) {
            List<String> few = known.size() > 12 ? List.of() : List.copyOf(known);
            String hint = Nearest.hint(text.value(), known);
            String all = few.isEmpty() ? "" : ", known: " + String.join(", ", few);
            match.problems().add(text, text.describe() + " is no value of this label" + (hint.isEmpty() ? all : hint));
        }
    }

    /** Addresses as the labels write them, and ranges. */
    private static Set<String> addresses(YamlMap match, List<YamlText> texts) {
        Set<String> addresses = new LinkedHashSet<>();
        for (YamlText text : texts) {
            try {
                IpRange range = IpRange.parse(text.value());
                addresses.add(range.first().equals(range.last()) ? range.first().text() : range.toString());
            } catch (IllegalArgumentException wrong) {
                match.problems().add(text, text.describe() + " is neither an address nor a range of addresses");
            }
        }
        return addresses;
    }

    private static Set<String> values(List<YamlText> texts) {
        return texts.stream().map(YamlText::value).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
