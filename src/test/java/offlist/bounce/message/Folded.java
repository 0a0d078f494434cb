package offlist.bounce.message;

/** Long lines as mail servers break them: between words, the rest indented. */
final class Folded {
    private static final int WIDTH = 79;

    private Folded() {}

    static String at79(String sentence) {
        StringBuilder lines = new StringBuilder();
        int used = 0;
        for (String word : sentence.split(" ", -1)) {
            if (used > 0 && used + 1 + word.length() > WIDTH) {
                lines.append("\n    ");
                used = 4;
            } else if (used > 0) {
                lines.append(' ');
                used++;
            }
            lines.append(word);
            used += word.length();
        }
        return lines.toString();
    }
}
