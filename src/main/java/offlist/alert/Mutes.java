package offlist.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import offlist.catalogue.Catalogue;
import offlist.catalogue.DnsList;
import offlist.catalogue.ListId;
import offlist.store.Database;

/**
 * Which incidents are kept quiet at a moment, and why.
 *
 * <p>Beside silences and the operator's rules: 1. a list in trouble keeps quiet the listings on it; 2. resolvers in trouble
 * keep quiet the listings that were seen through them alone; 3. a combined list keeps quiet the lists it is made of, for the
 * same address, unless it is kept quiet by one of the first two itself. The addresses of a range or wave need no rule: they
 * are one message.
 */
final class Mutes {
    private final List<Silence> silences;
    private final Map<String, Incident> lists;
    private final Map<String, Incident> resolvers;
    private final List<Ruled> rules;
    private final Catalogue catalogue;
    private final Map<String, Set<String>> wholes = new HashMap<>();

    /** A rule with what is open of its causes, by what it wants in common. */
    private record Ruled(InhibitRule rule, Map<List<SortedSet<String>>, List<Incident>> causes) {
        static Ruled of(InhibitRule rule, Collection<Incident> open) {
            return new Ruled(
                    rule,
                    open.stream()
                            .filter(cause -> rule.source().matches(cause.labels()))
                            .collect(Collectors.groupingBy(rule::common)));
        }

        Optional<Incident> inhibiting(Incident target) {
            return rule.target().matches(target.labels())
                    ? causes.getOrDefault(rule.common(target), List.of()).stream()
                            .filter(cause -> !cause.id().equals(target.id()))
                            .findFirst()
                    : Optional.empty();
        }
    }

    private Mutes(Database database, List<InhibitRule> rules, Catalogue catalogue, Instant now) {
        List<Incident> health = Incidents.ofHealth(database);
        List<Incident> all = rules.isEmpty() ? List.of() : Incidents.all(database);
        this.silences = new Silences(database).active(now);
        this.lists = health.stream()
                .filter(cause -> cause.kind() == AlertKind.LIST_HEALTH)
                .collect(Collectors.toMap(
                        cause -> cause.one(AlertLabels.LIST), Function.identity(), (one, other) -> one));
        this.resolvers = health.stream()
                .filter(cause -> cause.resolvers().size() == 1)
                .collect(Collectors.toMap(
                        cause -> cause.resolvers().iterator().next(), Function.identity(), (one, other) -> one));
        this.rules = rules.stream().map(rule -> Ruled.of(rule, all)).toList();
        this.catalogue = catalogue;
    }

    /** As it is at a moment: what is read for it is read once, whatever number of groups is asked about. */
    static Mutes at(Database database, List<InhibitRule> rules, Catalogue catalogue, Instant now) {
        return new Mutes(database, rules, catalogue, now);
    }

    /**
     * Why, by incident; those that are not kept quiet are missing.
     *
     * @param neighbours all listings of the addresses that the incidents are about
     */
    Map<String, String> of(Collection<Incident> incidents, Collection<Incident> neighbours) {
        Map<String, List<Incident>> byAddress = neighbours.stream()
                .filter(whole ->
                        whole.kind() == AlertKind.LISTING && sick(whole).isEmpty())
                .collect(Collectors.groupingBy(whole -> whole.one(AlertLabels.ADDRESS)));
        Map<String, String> why = new HashMap<>();
        incidents.forEach(incident -> why(incident, byAddress).ifPresent(reason -> why.put(incident.id(), reason)));
        return why;
    }

    private Optional<String> why(Incident incident, Map<String, List<Incident>> byAddress) {
        return silenced(incident).or(() -> inhibitedBy(incident, byAddress).map(cause -> "inhibited by " + cause.id()));
    }

    private Optional<String> silenced(Incident incident) {
        return silences.stream()
                .filter(silence -> silence.match().matches(incident.labels()))
                .findFirst()
                .map(silence -> "silence " + silence.id());
    }

    private Optional<Incident> inhibitedBy(Incident incident, Map<String, List<Incident>> byAddress) {
        if (incident.kind() == AlertKind.LISTING) {
            return sick(incident).or(() -> combined(incident, byAddress)).or(() -> byRule(incident));
        }
        return byRule(incident);
    }

    /** What makes a listing hard to believe. */
    private Optional<Incident> sick(Incident listing) {
        return Optional.ofNullable(lists.get(listing.one(AlertLabels.LIST))).or(() -> resolversInTrouble(listing));
    }

    private Optional<Incident> resolversInTrouble(Incident listing) {
        return listing.resolvers().stream().allMatch(resolvers::containsKey)
                ? listing.resolvers().stream().sorted().map(resolvers::get).findFirst()
                : Optional.empty();
    }

    private Optional<Incident> combined(Incident part, Map<String, List<Incident>> byAddress) {
        Set<String> wanted = wholes.computeIfAbsent(part.one(AlertLabels.LIST), this::wholesOf);
        return wanted.isEmpty()
                ? Optional.empty()
                : byAddress.getOrDefault(part.one(AlertLabels.ADDRESS), List.of()).stream()
                        .filter(whole -> wanted.contains(whole.one(AlertLabels.LIST)))
                        .findFirst();
    }

    private Set<String> wholesOf(String part) {
        ListId id = new ListId(part);
        Set<String> wholes = new HashSet<>();
        catalogue.list(id).stream()
                .flatMap(list -> list.relations().partOf().stream())
                .forEach(whole -> wholes.add(whole.value()));
        catalogue.lists().stream()
                .filter(list -> list.relations().combines().contains(id))
                .map(DnsList::id)
                .forEach(whole -> wholes.add(whole.value()));
        return wholes;
    }

    private Optional<Incident> byRule(Incident incident) {
        return rules.stream()
                .flatMap(rule -> rule.inhibiting(incident).stream())
                .findFirst();
    }
}
