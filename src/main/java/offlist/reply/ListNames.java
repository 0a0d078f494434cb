package offlist.reply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import offlist.catalogue.Catalogue;
import offlist.catalogue.ClosedList;
import offlist.catalogue.DnsList;
import offlist.catalogue.Kind;
import offlist.catalogue.ListId;
import offlist.catalogue.ListType;
import offlist.reply.Named.As;

/** Finds the lists that a text names: by the marks of their operators, by any zone and any page that the catalogue knows. */
final class ListNames {
    private static final String KEY_SLOT = "{key}.";

    private final Literals<Named> literals;
    private final Map<String, Named> general = new HashMap<>();
    private final Literals.Builder<Named> builder = new Literals.Builder<>();
    private final Set<String> taken = new HashSet<>();

    ListNames(List<Mark> marks, Catalogue catalogue) {
        Map<ListId, Mark> owners = new HashMap<>();
        marks.forEach(mark -> mark.lists().forEach(list -> owners.putIfAbsent(list, mark)));
        marks.forEach(mark -> general.putIfAbsent(mark.key(), named(mark)));
        marks.stream().filter(Mark::general).forEach(mark -> general.put(mark.key(), named(mark)));
        marks.forEach(this::add);
        catalogue.lists().stream().filter(list -> list.type() != ListType.ALLOW).forEach(list -> add(list, owners));
        catalogue.closed().forEach(list -> list.zones().forEach(zone -> add(list, zone)));
        literals = builder.build();
    }

    /** What a rule means when it names an operator by its key. */
    Named general(String key) {
        Named named = general.get(key);
        if (named == null) {
            throw new IllegalArgumentException("no list mark has the key " + key);
        }
        return named;
    }

    /** All lists in a text in the order in which they stand there; of two at one place the longer name. */
    List<Named> in(String lower) {
        List<Named> found = new ArrayList<>();
        literals.in(lower, (from, to, named) -> {
            if (whole(lower, from, to)) {
                keep(found, inLink(lower, from, to) ? named.linked().at(from, to) : named.at(from, to));
            }
        });
        found.removeIf(each -> found.stream().anyMatch(other -> finer(other, each)));
        return found;
    }

    /** A list rather than its operator, a zone rather than the operator's page about it. */
    private static boolean finer(Named other, Named each) {
        return other.key().equals(each.key())
                && (each.general() && !other.general() || each.page() && !other.page() && !other.general());
    }

    private static void keep(List<Named> found, Named now) {
        for (Named before : found) {
            if (now.within(before.from(), before.to())) {
                return;
            }
        }
        found.removeIf(before -> before.within(now.from(), now.to()));
        found.add(now);
    }

    /** No piece of a longer word; a label or a path may stand before and behind. */
    private static boolean whole(String text, int from, int to) {
        boolean starts = from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1));
        boolean ends = to == text.length() || !Character.isLetterOrDigit(text.charAt(to));
        return starts && ends;
    }

    /** A domain with a scheme or {@code www.} before it, or a path behind it. */
    private static boolean inLink(String text, int from, int to) {
        return text.substring(from, to).indexOf('.') > 0
                && (text.startsWith("://", from - 3) || text.startsWith("www.", from - 4) || text.startsWith("/", to));
    }

    private static Named named(Mark mark) {
        return new Named(
                mark.key(),
                mark.name(),
                mark.kind(),
                mark.lists(),
                mark.general(),
                mark.closed(),
                As.WORD,
                mark.links(),
                mark.contacts(),
                0,
                0);
    }

    /** What the marks say goes before the catalogue. */
    private void add(Mark mark) {
        Named named = named(mark);
        mark.words().forEach(word -> add(word, zoneLike(word) ? named.named(As.ZONE, word) : named));
        mark.hosts().forEach(host -> add(host, named.named(As.PAGE, named.shown())));
    }

    private void add(DnsList list, Map<ListId, Mark> owners) {
        String display = list.zone().display();
        String zone = display.startsWith(KEY_SLOT) ? display.substring(KEY_SLOT.length()) : display;
        Optional<Mark> owner = Optional.ofNullable(owners.get(list.id()));
        Mark.Kind kind = list.kinds().equals(Set.of(Kind.DOMAIN)) ? Mark.Kind.DOMAIN : Mark.Kind.ADDRESS;
        Named named = new Named(
                owner.map(Mark::key).orElseGet(() -> slug(list.operator())),
                zone,
                owner.map(Mark::kind).orElse(kind),
                List.of(list.id()),
                false,
                false,
                As.ZONE,
                owner.map(Mark::links).orElse(List.of()),
                List.of(),
                0,
                0);
        add(zone, named);
        list.rejectMarkers().stream()
                .map(marker -> marker.toLowerCase(Locale.ROOT))
                .filter(marker -> marker.indexOf('.') > 0)
                .forEach(marker -> add(marker, named.named(As.PAGE, zone)));
    }

    private void add(ClosedList list, String zone) {
        add(
                zone,
                new Named(
                        slug(list.operator()),
                        zone,
                        Mark.Kind.ADDRESS,
                        List.of(),
                        false,
                        true,
                        As.ZONE,
                        List.of(),
                        List.of(),
                        0,
                        0));
    }

    private void add(String word, Named named) {
        if (word.length() >= Literals.SHORTEST && taken.add(word)) {
            builder.accept(word, named);
        }
    }

    /** A zone is shown as printed; a domain of the operator's is not the list. */
    private static boolean zoneLike(String word) {
        return word.indexOf('.') != word.lastIndexOf('.') && word.indexOf(' ') < 0;
    }

    private static String slug(String operator) {
        return operator.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}
