package offlist.triage;

import java.util.List;

/**
 * What comes of it.
 *
 * @param sentence for somebody who is no expert of mail
 * @param steps what to do, in order
 */
public record Conclusion(Whose whose, String sentence, List<String> steps) {
    /** Copies the list. */
    public Conclusion {
        steps = List.copyOf(steps);
    }
}
