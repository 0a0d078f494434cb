package offlist.track;

/**
 * From when on many transitions of one list within one turn are one story.
 *
 * @param targets at least so many, and
 * @param share at least this part of what could make the transition: of the targets asked about for openings, of the open
 *     listings for closings; between 0 and 1
 */
public record Mass(int targets, double share) {
    public static final Mass DEFAULT = new Mass(5, 0.20);

    public Mass {
        if (targets < 2 || share < 0 || share > 1) {
            throw new IllegalArgumentException("no mass of " + targets + " targets and a share of " + share);
        }
    }

    boolean reached(int count, int of) {
        return count >= targets && count >= share * of;
    }
}
