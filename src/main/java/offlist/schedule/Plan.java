package offlist.schedule;

import java.time.Duration;

/**
 * How a list is going to be asked.
 *
 * @param wanted interval that the operator and the catalogue ask for
 * @param planned interval that fits the list's limits, never shorter than wanted
 * @param stretch in words why planned is longer, empty when it is not
 * @param perSecond the most questions a second
 * @param window the most questions without an answer at a time
 */
public record Plan(Duration wanted, Duration planned, String stretch, double perSecond, int window) {}
