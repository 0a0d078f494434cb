package offlist.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import offlist.yaml.Labels;

/**
 * A list that must not be asked any more.
 *
 * @param what what it held
 * @param closed the date as precisely as known, such as {@code 2024-06-05} or {@code before 2021-04}
 * @param behaviour what its zones were last seen to answer
 * @param successor what to use instead, in words; {@code none} when there is nothing, absent when nobody knows
 */
public record ClosedList(
        String id,
        List<String> zones,
        String operator,
        String what,
        Ended ended,
        Optional<String> closed,
        Behaviour behaviour,
        Optional<String> behaviourSeen,
        Risk falseListingRisk,
        Optional<String> successor,
        String notes,
        Confidence confidence,
        List<String> sources) {

    /** How a list ended. */
    public enum Ended {
        CLOSED("closed"),
        MERGED("merged into another list"),
        RENAMED("renamed"),
        DOMAIN_EXPIRED("closed, its domain expired"),
        FRAUDULENT("fraudulent"),
        NOT_A_ZONE("not a DNS zone"),
        NOT_FOR_MAIL("not meant for mail"),
        UNMAINTAINED("not maintained any more"),
        /** Still carried by checking tools, but nobody could be found who knows whether it lives. */
        UNRESOLVED("of unknown state");

        private final String words;

        Ended(String words) {
            this.words = words;
        }

        /** For a sentence that begins with the list's name. */
        public String words() {
            return words;
        }

        /** The word for it in files. */
        public String label() {
            return Labels.of(this);
        }
    }

    /** What the zones of a closed list answer. */
    public enum Behaviour {
        NXDOMAIN,
        LISTS_EVERYTHING,
        TIMEOUT,
        PARKED,
        SERVES_OTHER_DATA,
        NOT_A_ZONE,
        UNKNOWN
    }

    /** How likely asking it shows a listing that is none. */
    public enum Risk {
        HIGH,
        MEDIUM,
        LOW
    }

    /** Copies the lists. */
    public ClosedList {
        zones = List.copyOf(zones);
        sources = List.copyOf(sources);
    }

    /** Whether a DNS name is one of its zones. */
    public boolean serves(String name) {
        return zones.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The same without one of its zones, where another list lives now. */
    ClosedList without(String zone) {
        return new ClosedList(
                id,
                zones.stream().filter(other -> !other.equals(zone)).toList(),
                operator,
                what,
                ended,
                closed,
                behaviour,
                behaviourSeen,
                falseListingRisk,
                successor,
                notes,
                confidence,
                sources);
    }

    /** The closure in one clause: how, when, what then. */
    public String closure() {
        String when = closed.map(date -> date.startsWith("before") ? " " + date : " since " + date)
                .orElse("");
        String instead = successor
                .map(next -> next.equals("none") ? "; nothing replaces it" : "; instead: " + next)
                .orElse("");
        String danger = behaviour == Behaviour.LISTS_EVERYTHING ? "; it answered that everything is listed" : "";
        return ended.words() + when + danger + instead;
    }
}
