package offlist.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** All figures of a run with the machine they were measured on: a table for people, JSON for programs. */
record Report(Map<String, String> machine, List<Figure> figures) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final List<String> HEAD = List.of("PART", "MEASURED", "VALUE", "UNIT", "TARGET", "MET");

    String table() {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        figures.forEach(figure -> rows.add(row(figure)));
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        machine.forEach((what, is) -> text.append(what).append(": ").append(is).append('\n'));
        text.append('\n');
        rows.forEach(row -> text.append(line(row, widths)).append('\n'));
        notes(text);
        return text.toString();
    }

    private static List<String> row(Figure figure) {
        return List.of(
                figure.part(),
                figure.what(),
                Numbers.print(figure.value()),
                figure.unit(),
                figure.target().map(Target::text).orElse(""),
                figure.met().map(met -> met ? "met" : "MISSED").orElse(""));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String space = " ".repeat(widths[column] - cell.length());
            line.append(column == 2 ? space + cell : cell + space).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private void notes(StringBuilder text) {
        List<Figure> noted =
                figures.stream().filter(figure -> !figure.note().isEmpty()).toList();
        if (!noted.isEmpty()) {
            text.append('\n');
        }
        noted.forEach(figure -> text.append(figure.part())
                .append(", ")
                .append(figure.what())
                .append(": ")
                .append(figure.note())
                .append('\n'));
    }

    String json() {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode where = root.putObject("machine");
        machine.forEach(where::put);
        var list = root.putArray("figures");
        figures.forEach(figure -> put(list.addObject(), figure));
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ObjectNode node, Figure figure) {
        node.put("part", figure.part()).put("what", figure.what()).put("unit", figure.unit());
        if (Double.isFinite(figure.value())) {
            node.put("value", figure.value());
        } else {
            node.putNull("value");
        }
        figure.target().ifPresent(target -> node.put("target", target.text()));
        figure.met().ifPresent(met -> node.put("met", met.booleanValue()));
        if (!figure.note().isEmpty()) {
            node.put("note", figure.note());
        }
    }
}
