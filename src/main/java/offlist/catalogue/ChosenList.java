package offlist.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import offlist.yaml.Rate;
import offlist.yaml.YamlText;

/**
 * A list to ask, with the user's key in its zone and the user's severity.
 *
 * @param interval the user's for this list; the catalogue's proposal stands in the list's usage
 * @param rate the user's for this list
 * @param timeout the user's for one question
 * @param tries the user's number of questions for one check
 * @param resolvers the only ones to ask it through; empty for the usual ones
 * @param custom whether it is the user's own
 * @param file where it is read; empty when it is asked
 */
public record ChosenList(
        DnsList list,
        Optional<Duration> interval,
        Optional<Rate> rate,
        Optional<Duration> timeout,
        Optional<Integer> tries,
        List<YamlText> resolvers,
        boolean custom,
        Optional<ListFile> file) {

    /** Copies the resolvers. */
    public ChosenList {
        resolvers = List.copyOf(resolvers);
    }

    /** The id of the list. */
    public ListId id() {
        return list.id();
    }

    static ChosenList of(DnsList list, ListSettings settings, boolean custom) {
        DnsList weighed = settings.severity().map(list::with).orElse(list);
        DnsList valued = settings.score().map(weighed::with).orElse(weighed);
        DnsList limited = settings.limitPerDay()
                .map(perDay -> valued.with(valued.usage().withLimit(perDay)))
                .orElse(valued);
        return new ChosenList(
                settings.file().map(file -> file.apply(limited)).orElse(limited),
                settings.interval(),
                settings.rate(),
                settings.timeout(),
                settings.tries(),
                settings.resolvers(),
                custom,
                settings.file());
    }
}
