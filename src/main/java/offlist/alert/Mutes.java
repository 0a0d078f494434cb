package offlist.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import offlist.catalogue.Catalogue;
import offlist.catalogue.DnsList;
import offlist.catalogue.ListId;
import offlist.store.Tx;

/**
 * Which incidents of a group are kept quiet now, and why.
 *
 * <p>Beside silences and the operator's rules: 1. a list in trouble keeps quiet the listings on it; 2. resolvers in trouble
 * keep quiet the listings that were seen through them alone; 3. a combined list keeps quiet the lists it is made of, for the
 * same address. The addresses of a range or wave need no rule: they are one message.
 */
final class Mutes {
    private final List<Silence> silences;
    private final List<Incident> health;
    private final List<Incident> neighbours;
    private final List<Incident> causes;
    private final List<InhibitRule> rules;
    private final Catalogue catalogue;

    private Mutes(Tx tx, String group, List<InhibitRule> rules, Catalogue catalogue, Instant now) {
        this.silences = Silences.active(tx, now);
        this.health = Incidents.ofHealth(tx);
        this.neighbours = Incidents.ofAddresses(tx, group);
        this.causes = rules.isEmpty() ? List.of() : Incidents.all(tx);
        this.rules = rules;
        this.catalogue = catalogue;
    }

    /** Why, by incident; those that are not kept quiet are missing. */
    static Map<String, String> of(Tx tx, String group, List<InhibitRule> rules, Catalogue catalogue, Instant now) {
        Mutes mutes = new Mutes(tx, group, rules, catalogue, now);
        Map<String, String> why = new HashMap<>();
        Incidents.ofGroup(tx, group)
                .forEach(incident -> mutes.why(incident).ifPresent(reason -> why.put(incident.id(), reason)));
        return why;
    }

    private Optional<String> why(Incident incident) {
        return silenced(incident).or(() -> inhibitedBy(incident).map(cause -> "inhibited by " + cause.id()));
    }

    private Optional<String> silenced(Incident incident) {
        return silences.stream()
                .filter(silence -> silence.match().matches(incident.labels()))
                .findFirst()
                .map(silence -> "silence " + silence.id());
    }

    private Optional<Incident> inhibitedBy(Incident incident) {
        if (incident.kind() == AlertKind.LISTING) {
            return listInTrouble(incident)
                    .or(() -> resolversInTrouble(incident))
                    .or(() -> combined(incident))
                    .or(() -> byRule(incident));
        }
        return byRule(incident);
    }

    private Optional<Incident> listInTrouble(Incident listing) {
        return health.stream()
                .filter(cause -> cause.kind() == AlertKind.LIST_HEALTH)
                .filter(cause -> cause.one(AlertLabels.LIST).equals(listing.one(AlertLabels.LIST)))
                .findFirst();
    }

    private Optional<Incident> resolversInTrouble(Incident listing) {
        List<Incident> ill = new ArrayList<>();
        for (String resolver : listing.resolvers()) {
            health.stream()
                    .filter(cause -> cause.resolvers().equals(Set.of(resolver)))
                    .findFirst()
                    .ifPresent(ill::add);
        }
        return ill.size() < listing.resolvers().size()
                ? Optional.empty()
                : ill.stream().findFirst();
    }

    private Optional<Incident> combined(Incident part) {
        return neighbours.stream()
                .filter(whole -> whole.kind() == AlertKind.LISTING)
                .filter(whole -> whole.one(AlertLabels.ADDRESS).equals(part.one(AlertLabels.ADDRESS)))
                .filter(whole -> combines(whole.one(AlertLabels.LIST), part.one(AlertLabels.LIST)))
                .findFirst();
    }

    private boolean combines(String whole, String part) {
        ListId combined = new ListId(whole);
        ListId component = new ListId(part);
        return list(combined)
                        .filter(list -> list.relations().combines().contains(component))
                        .isPresent()
                || list(component)
                        .filter(list -> list.relations().partOf().contains(combined))
                        .isPresent();
    }

    private Optional<DnsList> list(ListId id) {
        return catalogue.list(id);
    }

    private Optional<Incident> byRule(Incident incident) {
        return rules.stream()
                .flatMap(rule -> causes.stream().filter(cause -> rule.inhibits(cause, incident)))
                .findFirst();
    }
}
