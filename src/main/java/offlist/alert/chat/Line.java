package offlist.alert.chat;

import java.net.URI;
import java.util.Optional;

/**
 * One line of a chat message, not escaped.
 *
 * @param lead a label, a number, an address or a code; empty when there is none
 * @param link where the text, or without one the lead, leads
 */
public record Line(Kind kind, String lead, String text, Optional<URI> link) {
    /** How a line is shown. */
    public enum Kind {
        HEADING,
        /** The lead counts. */
        STEP,
        /** The lead is a label. */
        FACT,
        /** The lead is what people copy. */
        ROW,
        WORDS,
        /** Of lesser weight. */
        NOTE
    }

    static Line heading(String text) {
        return new Line(Kind.HEADING, "", text, Optional.empty());
    }

    static Line words(String text) {
        return new Line(Kind.WORDS, "", text, Optional.empty());
    }

    static Line note(String text) {
        return new Line(Kind.NOTE, "", text, Optional.empty());
    }

    static Line fact(String label, String text) {
        return new Line(Kind.FACT, label, text, Optional.empty());
    }

    static Line row(String lead, String text, Optional<URI> link) {
        return new Line(Kind.ROW, lead, text, link);
    }
}
