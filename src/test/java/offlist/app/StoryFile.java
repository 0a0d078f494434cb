package offlist.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The stories of one scenario file. {@code src/test/resources/scenarios/README.md} explains the words; here only lines
 * become parts: what is there before the beginning, and what happens at which time and must be told for it.
 */
record StoryFile(String name, List<Tale> tales) {
    /** One story of the file. */
    record Tale(String title, List<Line> before, List<Line> times) {}

    /**
     * @param at since the beginning
     * @param words of what happens
     * @param told what must be told from then until the next line
     */
    record Line(int number, Duration at, List<String> words, List<String> told) {}

    static StoryFile parse(String name, String text) {
        List<Tale> tales = new ArrayList<>();
        List<Line> common = new ArrayList<>();
        for (Line line : lines(text)) {
            boolean title = line.words().getFirst().equals("story");
            if (title || tales.isEmpty() && !line.at().isNegative()) {
                String words = String.join(
                        " ",
                        line.words().subList(title ? 1 : 0, title ? line.words().size() : 0));
                tales.add(new Tale(words, new ArrayList<>(common), new ArrayList<>()));
            }
            if (!title) {
                place(line, tales, common);
            }
        }
        return new StoryFile(name, tales);
    }

    private static void place(Line line, List<Tale> tales, List<Line> common) {
        if (tales.isEmpty()) {
            common.add(line);
        } else if (line.at().isNegative()) {
            tales.getLast().before().add(line);
        } else {
            tales.getLast().times().add(line);
        }
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        String[] raw = text.split("\n", -1);
        for (int i = 0; i < raw.length; i++) {
            int number = i + 1;
            StringBuilder whole = new StringBuilder(withoutComment(raw[i]));
            while (i + 1 < raw.length && !whole.toString().isBlank() && raw[i + 1].startsWith(" ")) {
                whole.append(' ').append(withoutComment(raw[++i]));
            }
            if (!whole.toString().isBlank()) {
                lines.add(line(number, whole.toString().strip()));
            }
        }
        return lines;
    }

    private static String withoutComment(String line) {
        return line.startsWith("#") ? "" : line.replaceFirst("\\s# .*", "");
    }

    private static Line line(int number, String text) {
        String[] halves = text.split("=>", 2);
        List<String> words =
                new ArrayList<>(Arrays.asList(halves[0].strip().split("\\s+(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")));
        Duration at =
                words.getFirst().matches("\\d+:\\d\\d(:\\d\\d)?") ? time(words.removeFirst()) : Duration.ofSeconds(-1);
        List<String> told = halves.length == 1
                ? List.of()
                : Stream.of(halves[1].split(";"))
                        .map(String::strip)
                        .filter(part -> !part.equals("nothing"))
                        .toList();
        return new Line(number, at, words, told);
    }

    /** {@code hours:minutes} or {@code hours:minutes:seconds}. */
    private static Duration time(String text) {
        String[] parts = text.split(":");
        Duration time = Duration.ofHours(Long.parseLong(parts[0])).plusMinutes(Long.parseLong(parts[1]));
        return parts.length == 3 ? time.plusSeconds(Long.parseLong(parts[2])) : time;
    }
}
