package offlist.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import offlist.catalogue.Catalogue;
import offlist.catalogue.ChosenList;
import offlist.catalogue.ClosedList;
import offlist.catalogue.DnsList;
import offlist.catalogue.ListChoice;
import offlist.catalogue.ListId;
import offlist.catalogue.NotAsked;
import offlist.catalogue.Selection;
import offlist.config.Settings;
import offlist.yaml.Problem;
import offlist.yaml.Problems;

/**
 * Lists that can be asked with what the operator has, be they in use or not, and the others with the reason why not.
 *
 * @param barred never one that the operator neither uses nor names
 */
record Askable(List<WatchedList> lists, List<Barred> barred) {
    Askable {
        lists = List.copyOf(lists);
        barred = List.copyOf(barred);
    }

    /** A list that cannot be asked. */
    record Barred(String id, String zone, String why) {
        static Barred of(NotAsked not) {
            return new Barred(not.list().id().value(), not.list().zone().display(), not.words());
        }
    }

    /** The lists in use; of those that the operator wants, the ones without a key or a registration are named. */
    static Askable inUse(Settings settings) {
        List<Barred> barred = settings.lists().notAsked().stream()
                .filter(not -> not.why() == NotAsked.Why.NEEDS_KEY || not.why() == NotAsked.Why.WANTS_REGISTRATION)
                .map(Barred::of)
                .toList();
        return new Askable(WatchedLists.of(settings), barred);
    }

    /** Every list there is. */
    static Askable all(Settings settings, Catalogue catalogue) {
        return new Collector(settings, catalogue)
                .take(settings.lists().catalogue().lists().stream()
                        .map(DnsList::id)
                        .toList());
    }

    /**
     * The lists of these profiles and ids.
     *
     * @throws CommandError when a name means nothing
     */
    static Askable named(Settings settings, Catalogue catalogue, List<String> names) {
        return new Collector(settings, catalogue).take(names.toArray(String[]::new));
    }

    private static final class Collector {
        private final Settings settings;
        private final Catalogue catalogue;
        private final List<WatchedList> lists = new ArrayList<>();
        private final List<Barred> barred = new ArrayList<>();

        Collector(Settings settings, Catalogue catalogue) {
            this.settings = settings;
            this.catalogue = catalogue;
        }

        Askable take(String... names) {
            Problems problems = new Problems();
            Set<ListId> wanted = new LinkedHashSet<>();
            for (String name : names) {
                Optional<ClosedList> closed = catalogue.closed(name);
                closed.ifPresentOrElse(this::bar, () -> wanted.addAll(ids(name, problems)));
            }
            if (!problems.isEmpty()) {
                throw new CommandError(
                        CommandError.Exit.USAGE,
                        problems.list().stream().map(Problem::message).toList());
            }
            return take(wanted);
        }

        Askable take(Iterable<ListId> ids) {
            ids.forEach(this::take);
            return new Askable(lists, barred);
        }

        private void bar(ClosedList closed) {
            int more = closed.zones().size() - 1;
            String zones = more > 0
                    ? closed.zones().getFirst() + " and " + more + " more"
                    : closed.zones().getFirst();
            barred.add(new Barred(closed.id(), zones, closed.closure()));
        }

        private List<ListId> ids(String name, Problems problems) {
            Selection selection = select(name, problems);
            List<ListId> ids = new ArrayList<>();
            selection.asked().stream()
                    .filter(list -> !list.custom() || list.id().value().equals(name))
                    .forEach(list -> ids.add(list.id()));
            selection.notAsked().stream()
                    .filter(not -> not.why() != NotAsked.Why.NOT_IN_USE)
                    .forEach(not -> ids.add(not.list().id()));
            return ids;
        }

        /** Each by itself, so that no list is left out because another one contains it. */
        private void take(ListId id) {
            Selection selection = select(id.value(), new Problems());
            Optional<ChosenList> asked = selection.asked(id);
            asked.ifPresent(list -> lists.add(WatchedLists.of(list, settings)));
            if (asked.isEmpty()) {
                selection.notAsked(id).map(Barred::of).ifPresent(barred::add);
            }
        }

        private Selection select(String name, Problems problems) {
            ListChoice choice = settings.choice().using(List.of(name));
            return Selection.of(catalogue, choice, problems);
        }
    }
}
