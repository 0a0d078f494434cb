package offlist.ticket;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a system reads the text of a ticket. Whatever stands in a line is shown as it is written, and does nothing. */
enum Format {
    PLAIN {
        @Override
        String text(String text) {
            // ServiceNow shows as HTML what stands between these words.
            return text.replaceAll("(?i)\\[(/?code)", "[ $1");
        }
    },
    MARKDOWN {
        @Override
        String text(String text) {
            // An entity in place of the sign: a mention or a reference would reach people even when it is escaped.
            return text.replaceAll("([\\\\`*_{}\\[\\]()#+!|<>~$])", "\\\\$1")
                    .replace("&", "&amp;")
                    .replace("@", "&#64;");
        }

        @Override
        String link(URI link) {
            return "<" + link.toASCIIString() + ">";
        }

        @Override
        String paragraph() {
            return "\n\n";
        }
    },
    HTML {
        @Override
        String text(String text) {
            return escaped(text);
        }

        @Override
        String link(URI link) {
            String address = escaped(link.toASCIIString());
            return "<a href=\"" + address + "\">" + address + "</a>";
        }

        @Override
        String paragraph() {
            return "<br>\n";
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;");
        }
    },
    /** Jira's markup. */
    WIKI {
        @Override
        String text(String text) {
            return text.replaceAll("([\\\\{}\\[\\]*_+^~!|?#@])", "\\\\$1").replace("----", "\\----");
        }

        @Override
        String link(URI link) {
            return "[" + link.toASCIIString().replaceAll("[\\[\\]|{}]", "") + "]";
        }
    };

    /**
     * One line.
     *
     * @param text from anywhere, without line breaks
     * @param link checked to be a web address
     */
    record Line(String text, Optional<URI> link) {
        static Line of(String text) {
            return new Line(text, Optional.empty());
        }
    }

    abstract String text(String text);

    String link(URI link) {
        return link.toASCIIString();
    }

    String paragraph() {
        return "\n";
    }

    String line(Line line) {
        return line.link().map(link -> text(line.text()) + " " + link(link)).orElseGet(() -> text(line.text()));
    }

    String all(List<Line> lines) {
        return lines.stream().map(this::line).collect(Collectors.joining(paragraph()));
    }

    static Optional<Format> find(String word) {
        return List.of(values()).stream()
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
