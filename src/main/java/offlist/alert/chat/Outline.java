package offlist.alert.chat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import offlist.alert.Tone;

/**
 * What a chat message says, not escaped.
 *
 * @param parts what matters most first
 * @param page where all of it stands, when there are pages
 */
public record Outline(Tone tone, String headline, List<Part> parts, Optional<URI> page) {
    /** What a count of the lines left out may take in any markup. */
    private static final String LONGEST_COUNT = "and 999999 more lines";

    public Outline {
        parts = List.copyOf(parts);
    }

    /**
     * Lines that belong together.
     *
     * @param lines a heading, where there is one, comes first
     * @param more how many lines of this kind are not among them
     */
    public record Part(List<Line> lines, int more) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /** The headline with a sign of how bad it is. */
    public String title() {
        return tone.sign() + " " + headline;
    }

    /**
     * As many lines as there is room for, and how many of what was left out.
     *
     * @param cost what a line takes of the room, its line break included
     */
    public List<Line> fitting(int room, ToIntFunction<Line> cost) {
        int count = cost.applyAsInt(Line.note(LONGEST_COUNT));
        List<Line> shown = new ArrayList<>();
        int left = room - count;
        int unsaid = 0;
        for (Part part : parts) {
            List<Line> fit = fitting(part, left - count, cost);
            unsaid += fit.isEmpty() ? part.lines().size() + part.more() : 0;
            left -= fit.stream().mapToInt(cost).sum();
            shown.addAll(fit);
        }
        if (unsaid > 0) {
            shown.add(Line.note("and " + unsaid + (unsaid == 1 ? " more line" : " more lines")));
        }
        return shown;
    }

    /** Nothing rather than a heading alone; without the count {@code left} is kept. */
    private static List<Line> fitting(Part part, int left, ToIntFunction<Line> cost) {
        List<Line> fit = new ArrayList<>();
        int used = 0;
        for (Line line : part.lines()) {
            used += cost.applyAsInt(line);
            if (used > left) {
                break;
            }
            fit.add(line);
        }
        boolean headed = part.lines().getFirst().kind() == Line.Kind.HEADING;
        if (fit.isEmpty() || headed && fit.size() == 1) {
            return List.of();
        }
        int more = part.lines().size() - fit.size() + part.more();
        if (more > 0) {
            fit.add(Line.note("and " + more + " more"));
        }
        return fit;
    }
}
