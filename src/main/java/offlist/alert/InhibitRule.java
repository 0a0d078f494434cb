package offlist.alert;

import java.util.List;

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

    boolean inhibits(Incident cause, Incident what) {
        return !cause.id().equals(what.id())
                && target.matches(what.labels())
                && source.matches(cause.labels())
                && equal.stream()
                        .allMatch(label ->
                                cause.labels().of(label).equals(what.labels().of(label)));
    }
}
