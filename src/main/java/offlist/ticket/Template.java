package offlist.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places to fill, written {@code {name}}. Whoever fills it says how a value is written at this place, so a value
 * cannot become anything else than a value.
 */
record Template(List<Part> parts) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9-]{0,40})}");

    /** @param name of a place, or empty: then {@code text} stands as it is */
    private record Part(String name, String text) {}

    Template {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException for a brace that belongs to no place
     */
    static Template of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int from = 0;
        while (place.find()) {
            parts.add(plain(text.substring(from, place.start())));
            parts.add(new Part(place.group(1), ""));
            from = place.end();
        }
        parts.add(plain(text.substring(from)));
        return new Template(parts);
    }

    private static Part plain(String text) {
        if (text.contains("{") || text.contains("}")) {
            throw new IllegalArgumentException("a brace that belongs to no placeholder");
        }
        return new Part("", text);
    }

    List<String> names() {
        return parts.stream().map(Part::name).filter(name -> !name.isEmpty()).toList();
    }

    /** @param value of a place, written as this place needs it */
    String fill(Function<String, String> value) {
        StringBuilder filled = new StringBuilder();
        parts.forEach(part -> filled.append(part.name().isEmpty() ? part.text() : value.apply(part.name())));
        return filled.toString();
    }
}
