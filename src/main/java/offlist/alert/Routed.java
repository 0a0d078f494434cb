package offlist.alert;

import java.time.Duration;
import java.util.List;
import offlist.yaml.Durations;

/**
 * A receiver that hears of something, and how it wants to.
 *
 * @param muteTimes names of the time intervals in which it wants nothing
 * @param activeTimes names of the time intervals outside which it wants nothing; none, it is always
 */
record Routed(
        String receiver,
        List<String> groupBy,
        Duration groupWait,
        Duration groupInterval,
        Duration repeatInterval,
        List<String> muteTimes,
        List<String> activeTimes) {
    private static final Duration SOON = Duration.ofSeconds(1);

    Routed {
        groupBy = List.copyOf(groupBy);
        muteTimes = List.copyOf(muteTimes);
        activeTimes = List.copyOf(activeTimes);
    }

    Routed(String receiver, List<String> groupBy, Duration groupWait, Duration groupInterval, Duration repeatInterval) {
        this(receiver, groupBy, groupWait, groupInterval, repeatInterval, List.of(), List.of());
    }

    /** Whether there are times in which it wants nothing. */
    boolean timed() {
        return !muteTimes.isEmpty() || !activeTimes.isEmpty();
    }

    /** Soon, in one message, again and again and at all times: for a receiver that groups, waits and mutes itself. */
    Routed resent(Duration every) {
        return new Routed(receiver, List.of(), Duration.ZERO, SOON, every);
    }

    /** What belongs to one story is told together. What is told in another manner is told apart. */
    String group(Signal signal) {
        return signal.story()
                .map(this::group)
                .orElseGet(() -> receiver + " " + signal.labels().groupKey(groupBy) + manner());
    }

    String group(String story) {
        return receiver + " story=" + story + manner();
    }

    /** Whether another route tells at the same times. */
    boolean alike(Routed other) {
        return manner().equals(other.manner());
    }

    private String manner() {
        StringBuilder words = new StringBuilder(" ")
                .append(Durations.print(groupWait))
                .append('/')
                .append(Durations.print(groupInterval))
                .append('/')
                .append(Durations.print(repeatInterval));
        muteTimes.forEach(name -> words.append(" -").append(name));
        activeTimes.forEach(name -> words.append(" +").append(name));
        return words.toString();
    }
}
