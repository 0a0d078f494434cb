package offlist.schedule;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import offlist.catalogue.DnsList;
import offlist.catalogue.ListId;
import offlist.catalogue.UsagePolicy;
import offlist.yaml.Rate;

/**
 * A list that is to be asked, with what bears on how often.
 *
 * @param own whether it is one of the user's own
 * @param interval the user's for this list
 * @param rate the user's for this list, questions a second
 * @param targets how many targets it is asked about
 * @param paths by how many ways its test points are asked
 * @param restraint part of the pace that is left after the list said that it was asked too often, 1 for all of it
 */
public record Asking(
        DnsList list,
        boolean own,
        Optional<Duration> interval,
        Optional<Double> rate,
        int targets,
        int paths,
        double restraint) {

    private static final Duration SECOND = Duration.ofSeconds(1);
    /** A public list that proposes no interval changes within minutes at most. */
    private static final Duration LEAST_SENSIBLE = Duration.ofMinutes(1);

    ListId id() {
        return list.id();
    }

    UsagePolicy usage() {
        return list.usage();
    }

    /** The user's interval for the list, else the longest of the general one, the proposed one and the answers' life. */
    Duration wanted(Duration general) {
        return interval.orElseGet(() -> longest(
                general, usage().interval().orElse(Duration.ZERO), usage().ttl().orElse(Duration.ZERO)));
    }

    /** What is asked more often than this has nothing new to say, or is nagging. */
    Duration shortest() {
        Duration useful = own
                ? SECOND
                : longest(
                        SECOND,
                        usage().interval().orElse(LEAST_SENSIBLE),
                        usage().ttl().orElse(Duration.ZERO));
        return interval.filter(chosen -> chosen.compareTo(useful) < 0).orElse(useful);
    }

    private static Duration longest(Duration one, Duration... others) {
        Duration longest = one;
        for (Duration other : others) {
            longest = other.compareTo(longest) > 0 ? other : longest;
        }
        return longest;
    }

    String group() {
        return group(list);
    }

    /** Whose limits those of a list are: of a name that the catalogue gives, else of the operator, else of the zone. */
    public static String group(DnsList list) {
        String operator = list.operator().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String whose = operator.isEmpty() ? list.zone().display() : operator;
        return list.usage().sharedLimit().orElse(whose);
    }

    /** Who is held back when this list says that it is asked too often: all of its group where that has a limit. */
    public String whose() {
        boolean limited =
                usage().freeLimitPerDay().isPresent() || publishedRate().isPresent();
        return limited ? "group " + group() : "list " + list.id();
    }

    /** The rate that the operator publishes, where the user has no other. */
    Optional<Double> publishedRate() {
        return rate.isPresent() ? Optional.empty() : usage().maxRate().map(Rate::perSecond);
    }
}
