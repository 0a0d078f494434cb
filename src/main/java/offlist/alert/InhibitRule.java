package offlist.alert;

import java.util.List;
import java.util.SortedSet;

/**
 * An open incident that makes others not worth telling, as in Alertmanager.
 *
 * @param source what has to be open
 * @param target what is not told meanwhile
 * @param equal labels that both have with the same values
 */
public record InhibitRule(Match source, Match target, List<String> equal) {
    public InhibitRule {
        equal = List.copyOf(equal);
    }

    /** What cause and target have to have in common. */
    List<SortedSet<String>> common(Incident incident) {
        return equal.stream().map(incident.labels()::of).toList();
    }
}
