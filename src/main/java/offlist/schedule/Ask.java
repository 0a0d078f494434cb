package offlist.schedule;

import offlist.pool.Target;

/**
 * One question to make now.
 *
 * @param tried how often it has been asked before without an answer
 */
public record Ask(LaneId lane, Target target, Why why, int tried) {
    /** The same question once more after a try without an answer; a person's stays a person's. */
    public Ask again() {
        return new Ask(lane, target, why == Why.REQUESTED || why == Why.CONFIRM ? why : Why.RETRY, tried + 1);
    }
}
