package offlist.track;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import offlist.catalogue.ListId;
import org.jspecify.annotations.Nullable;

/** Sees when a list opens or closes so much within one turn that it is one story. */
final class Waves {
    private record Direction(ListId list, boolean opening) {}

    private static final class Wave {
        private final Deque<Instant> times = new ArrayDeque<>();

        @Nullable
        private String id;
    }

    private final Map<Direction, Wave> waves = new HashMap<>();
    private final Map<ListId, Duration> turns = new HashMap<>();

    /** How long one turn of a list takes. */
    void turn(ListId list, Duration turn) {
        turns.put(list, turn);
    }

    void forget(ListId list) {
        turns.remove(list);
        waves.keySet().removeIf(direction -> direction.list().equals(list));
    }

    /**
     * Counts a transition.
     *
     * @param coming how many more of the same are about to follow, this one included
     * @param of how many there could be still, this one included
     * @return the wave it belongs to, empty while it is one of few
     */
    Optional<String> count(ListId list, boolean opening, int coming, int of, Mass mass, String id, Instant now) {
        Wave wave = waves.computeIfAbsent(new Direction(list, opening), direction -> new Wave());
        Instant turnAgo = now.minus(turns.getOrDefault(list, Duration.ZERO));
        while (!wave.times.isEmpty() && wave.times.getFirst().isBefore(turnAgo)) {
            wave.times.removeFirst();
        }
        // Closings take from what can still close; openings do not take from the pool.
        boolean many = mass.reached(wave.times.size() + coming, opening ? of : of + wave.times.size());
        wave.times.addLast(now);
        wave.id = !many ? null : wave.id == null ? id : wave.id;
        return Optional.ofNullable(wave.id);
    }
}
