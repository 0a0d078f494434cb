package offlist.config;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.ChosenList;
import offlist.catalogue.ListChoice;
import offlist.catalogue.ListId;
import offlist.catalogue.ListSettings;
import offlist.catalogue.Selection;
import offlist.probe.HealthProbe;
import offlist.schedule.Asking;
import offlist.yaml.Problems;
import offlist.yaml.YamlText;

/**
 * Finds limits of a day with no room for one test of a list: no answer of a list is believed without, so it would never be
 * asked, and nobody would be told why.
 */
final class DayLimits {
    /** The question that the test is asked for. */
    private static final int CHECK = 1;

    private final List<ChosenList> limited;
    private final Problems problems;

    DayLimits(Selection lists, Problems problems) {
        this.limited = lists.asked().stream()
                .filter(list -> list.list().usage().freeLimitPerDay().isPresent())
                .toList();
        this.problems = problems;
    }

    void check(ListChoice choice) {
        choice.override().forEach((name, wish) -> ListId.parse(name.value()).ifPresent(id -> check(name, id, wish)));
        choice.custom().forEach(entry -> check(entry.where(), entry.list().id(), entry.settings()));
    }

    private void check(YamlText where, ListId id, ListSettings settings) {
        settings.limitPerDay()
                .ifPresent(limit -> hungriest(id)
                        .filter(list -> need(list) > limit)
                        .ifPresent(list -> problems.add(
                                new YamlText(where.path() + ".limit-per-day", where.line(), ""),
                                tooLow(limit, id, list))));
    }

    /** Of the list and those that share its limit the one whose test takes most. */
    private Optional<ChosenList> hungriest(ListId id) {
        return limited.stream()
                .filter(list -> list.id().equals(id))
                .findFirst()
                .flatMap(own -> limited.stream()
                        .filter(list -> Asking.group(list.list()).equals(Asking.group(own.list())))
                        .max(Comparator.comparing(DayLimits::need)
                                .thenComparing(list -> list.id().equals(id))));
    }

    private static int need(ChosenList list) {
        return CHECK
                + list.list().kinds().stream()
                        .mapToInt(kind -> HealthProbe.mostQuestions(list.list(), kind))
                        .max()
                        .orElse(0);
    }

    private static String tooLow(int limit, ListId id, ChosenList list) {
        String other = list.id().equals(id) ? "" : "`" + list.id() + "`, which shares the limit, ";
        return "with " + limit + " questions a day " + (other.isEmpty() ? "the list " : other)
                + "would never be asked: its test points can take " + (need(list) - CHECK)
                + ", and they come before the first check; at least " + need(list) + " are needed";
    }
}
