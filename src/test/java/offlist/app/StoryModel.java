package offlist.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the journal must hold, from what was delivered and nothing else: the rules once more in their shortest form, to
 * compare the program with. It shares no code with it, knows no schedule and asks nothing.
 *
 * <p>A pair is {@code target/list}, codes are a set that is empty for "not listed", a path is
 * {@code list|kind|resolver}.
 */
final class StoryModel {
    /** What is open of a pair. */
    record Open(Set<String> codes, boolean flapping) {}

    /** An opening, a change or, without codes, a closing; {@code because} of so many looks, or of something else. */
    private record Change(String pair, Open open, String because, Instant at) {}

    /** Answers that differ from the journal and agree; enough of them wait for the test points of the last path. */
    private record Doubt(
            Set<String> codes, int looks, boolean enough, String path, Set<String> by, Instant since, long came) {}

    private record Batch(List<Change> changes, Runnable afterwards) {}

    private static final int OPENINGS = 3;
    private static final Duration WITHIN = Duration.ofHours(24);
    private static final Duration CALM = Duration.ofHours(1);
    private static final int MOST_KEPT = 6;

    final Map<String, Open> open = new TreeMap<>();
    final List<String> told = new ArrayList<>();
    Map<String, String> members = Map.of();
    private Map<String, List<String>> lists = Map.of();
    private int looks;
    private final Map<String, Boolean> paths = new LinkedHashMap<>();
    private final Map<String, Doubt> doubts = new LinkedHashMap<>();
    private final Set<String> unsettled = new HashSet<>();
    private final Deque<Batch> owed = new ArrayDeque<>();
    private Optional<Map<String, String>> wanted = Optional.empty();
    private final Map<String, List<Instant>> delistings = new TreeMap<>();
    private final Map<String, Integer> ways = new TreeMap<>();
    private boolean storeFails;
    private long count;

    /** @param next the lists that are asked and their resolvers */
    void lists(Map<String, List<String>> next, int looksWanted) {
        looks = looksWanted;
        Map<String, List<String>> before = lists;
        lists = new LinkedHashMap<>(next);
        forget(list -> !next.containsKey(list) || !next.get(list).equals(before.get(list)));
        watch();
        end(pair -> !lists.containsKey(list(pair)), "list_dropped", () -> {});
    }

    /** Answers to a way of asking that is over count for nothing. */
    int way(String list) {
        return ways.getOrDefault(list, 0);
    }

    /** What came before this moment came before what is asked in it. */
    long moment() {
        return count;
    }

    private void forget(Predicate<String> which) {
        Set<String> known = new HashSet<>(ways.keySet());
        known.addAll(lists.keySet());
        known.stream().filter(which).forEach(list -> ways.merge(list, 1, Integer::sum));
        paths.keySet().removeIf(path -> which.test(path.split("\\|")[0]));
        doubts.keySet().removeIf(pair -> which.test(list(pair)));
    }

    private void watch() {
        Set<String> known = new HashSet<>();
        members.keySet()
                .forEach(target -> lists.forEach(
                        (list, resolvers) -> resolvers.forEach(resolver -> known.add(path(list, target, resolver)))));
        paths.keySet().retainAll(known);
        known.forEach(path -> paths.putIfAbsent(path, false));
    }

    /**
     * @param next the members and their pools
     * @param behind whether something waits for the store already; a new pool waits until nothing does
     */
    void pool(Map<String, String> next, boolean behind) {
        wanted = Optional.of(next).filter(pool -> behind);
        if (!behind) {
            end(pair -> !next.containsKey(target(pair)), "left", () -> enter(next));
        }
    }

    private void enter(Map<String, String> next) {
        members = next;
        doubts.keySet().removeIf(pair -> !members.containsKey(target(pair)));
        watch();
    }

    private void end(Predicate<String> which, String because, Runnable afterwards) {
        List<Change> changes = open.keySet().stream()
                .filter(pair -> which.test(pair) && !unsettled.contains(pair))
                .map(pair -> new Change(pair, new Open(Set.of(), false), because, Instant.MIN))
                .toList();
        record(changes, afterwards);
    }

    /** @param codes absent when the answer was no clear yes or no */
    void answered(String pair, String resolver, int way, Optional<Set<String>> codes, Instant asked) {
        count++;
        String path = path(list(pair), target(pair), resolver);
        boolean counts = paths.getOrDefault(path, false) && members.containsKey(target(pair)) && way == way(list(pair));
        if (codes.isEmpty() || !counts || unsettled.contains(pair)) {
            return;
        }
        Open known = open.getOrDefault(pair, new Open(Set.of(), false));
        Doubt before = doubts.remove(pair);
        if (!codes.get().equals(known.codes())) {
            Doubt agreed = before != null && before.codes().equals(codes.get()) ? before : null;
            int seen = agreed == null ? 1 : agreed.looks() + 1;
            Instant since = agreed == null ? asked : agreed.since();
            Set<String> by = new HashSet<>(agreed == null ? Set.of() : agreed.by());
            by.add(path);
            boolean calm = !known.flapping()
                    || !codes.get().isEmpty()
                    || !since.plus(CALM).isAfter(asked);
            doubts.put(pair, new Doubt(codes.get(), seen, seen >= looks && calm, path, by, since, count));
        }
    }

    /**
     * @param good whether the test points say that the list may be believed by this path
     * @param asked the moment in which they were asked
     */
    void tested(String path, int way, boolean good, long asked, Instant now) {
        if (way != way(path.split("\\|")[0])) {
            return;
        }
        paths.computeIfPresent(path, (p, before) -> good);
        List<Change> changes = new ArrayList<>();
        Map.copyOf(doubts).forEach((pair, doubt) -> {
            boolean waits = doubt.enough() && doubt.path().equals(path);
            if (doubt.by().contains(path) && !paths.getOrDefault(path, false)) {
                doubts.remove(pair);
            } else if (waits && doubt.came() <= asked) {
                doubts.remove(pair);
                String because = Math.min(doubt.looks(), MOST_KEPT) + " looks";
                changes.add(new Change(pair, new Open(doubt.codes(), flaps(pair, now)), because, now));
            }
        });
        record(changes, () -> {});
    }

    private boolean flaps(String pair, Instant now) {
        long lately = delistings.getOrDefault(pair, List.of()).stream()
                .filter(at -> !at.isBefore(now.minus(WITHIN)))
                .count();
        return open.containsKey(pair) ? open.get(pair).flapping() : lately + 1 >= OPENINGS;
    }

    private void record(List<Change> changes, Runnable afterwards) {
        changes.forEach(change -> unsettled.add(change.pair()));
        Batch batch = new Batch(changes, afterwards);
        if (storeFails) {
            owed.add(batch);
        } else {
            stand(batch);
        }
    }

    private void stand(Batch batch) {
        batch.changes().forEach(this::stand);
        batch.afterwards().run();
    }

    private void stand(Change change) {
        String pair = change.pair();
        unsettled.remove(pair);
        if (change.open().codes().isEmpty()) {
            open.remove(pair);
            told.add("closed " + pair + " " + change.because());
            if (change.at().isAfter(Instant.MIN)) {
                delistings.computeIfAbsent(pair, p -> new ArrayList<>()).add(change.at());
            }
            return;
        }
        String verb = open.put(pair, change.open()) == null ? "opened " : "changed ";
        told.add(verb + pair + " " + change.open() + " " + change.because());
        boolean left = !members.containsKey(target(pair));
        end(p -> p.equals(pair) && (left || !lists.containsKey(list(p))), left ? "left" : "list_dropped", () -> {});
    }

    void storeFails() {
        storeFails = true;
    }

    void storeWorks() {
        storeFails = false;
        while (!owed.isEmpty()) {
            stand(owed.removeFirst());
        }
        wanted.ifPresent(pool -> pool(pool, false));
    }

    /** All that the journal does not hold is forgotten. */
    void restart() {
        forget(list -> true);
        lists = Map.of();
        paths.clear();
        doubts.clear();
        unsettled.clear();
        owed.clear();
        wanted = Optional.empty();
        storeFails = false;
    }

    private static String target(String pair) {
        return pair.substring(0, pair.lastIndexOf('/'));
    }

    private static String list(String pair) {
        return pair.substring(pair.lastIndexOf('/') + 1);
    }

    private static String path(String list, String target, String resolver) {
        String kind = target.contains(":") ? "ipv6" : Character.isDigit(target.charAt(0)) ? "ipv4" : "domain";
        return list + "|" + kind + "|" + resolver;
    }
}
