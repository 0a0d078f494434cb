package offlist.schedule;

import java.util.Optional;

/**
 * On what terms a list is asked.
 *
 * @param pace whose the rate is: lists that name the same share it; empty for the list's own
 * @param perSecond the most questions a second; infinite where nothing bounds them
 * @param quota the limit of a day, where there is one
 */
public record Terms(String pace, double perSecond, Optional<Quota> quota) {
    public Terms {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a rate is more than 0 a second, not " + perSecond);
        }
    }

    /** A rate and no limit of a day. */
    public static Terms rate(double perSecond) {
        return new Terms("", perSecond, Optional.empty());
    }

    /** The same with a part of the rate. */
    Terms slower(double part) {
        return part == 1 ? this : new Terms(pace, perSecond * part, quota);
    }

    /**
     * So many questions in any 24 hours, for all lists that name the same quota together.
     *
     * @param name stays the same when the limit changes, so that what was asked is not forgotten
     */
    public record Quota(String name, int perDay) {
        public Quota {
            if (perDay < 1) {
                throw new IllegalArgumentException(name + " allows at least one question a day, not " + perDay);
            }
        }
    }
}
