package offlist.bounce;

import java.time.Duration;

/**
 * From when on refusals by one receiver are a block, and until when.
 *
 * @param recipients so many of its recipients were refused within {@code within}; one bounce can be forged
 * @param quiet nobody was refused for so long: the block is taken to be over
 */
public record BlockSettings(int recipients, Duration within, Duration quiet) {
    /** What holds when nobody says anything. */
    public static final BlockSettings DEFAULT = new BlockSettings(3, Duration.ofDays(1), Duration.ofDays(2));
}
