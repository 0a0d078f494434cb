package offlist.alert.email;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the mail's templates show: finished texts without markup. Public, because the template engine reads it.
 *
 * @param page where all of it stands, empty when there are no pages
 */
public record MailView(
        String headline,
        String colour,
        List<Line> steps,
        List<String> notes,
        List<Row> facts,
        List<Table> tables,
        String quoted,
        String quote,
        String page,
        String footer) {
    public MailView {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
        facts = List.copyOf(facts);
        tables = List.copyOf(tables);
    }

    /** Whether there is something to do, and not only something to know. */
    public boolean todo() {
        return steps.size() > 1;
    }

    /** A sentence and where it leads, empty when nowhere. */
    public record Line(String text, String link) {
        static Line of(String text, Optional<URI> link) {
            return new Line(text, link.map(URI::toASCIIString).orElse(""));
        }
    }

    /** A label and its value. */
    public record Row(String label, String value, String note) {}

    /** Several of one kind; {@code more} counts what is not shown, empty when all is. */
    public record Table(String heading, List<Cells> rows, String more) {
        public Table {
            rows = List.copyOf(rows);
        }

        /** The text of a column whose width is that of its widest row. */
        public String padded(String code) {
            int width = rows.stream().mapToInt(row -> row.code().length()).max().orElse(0);
            return code + " ".repeat(width - code.length());
        }
    }

    /** One row of a table: a code or address, and what there is to say. */
    public record Cells(String code, String link, String text) {}
}
