package offlist.alert.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import offlist.alert.SafeText;
import org.jspecify.annotations.Nullable;

/** Texts of a document: plain lines of limited length, {@code null} for what is not known. */
final class Texts {
    private static final int LONGEST = 2_000;
    private static final int LONGEST_WORD = 200;
    private static final int MOST = 50;

    private Texts() {}

    static String line(String text) {
        return SafeText.line(text, LONGEST);
    }

    static String word(String text) {
        return SafeText.line(text, LONGEST_WORD);
    }

    static @Nullable String word(Optional<String> text) {
        return text.map(Texts::word).orElse(null);
    }

    static @Nullable String uri(Optional<URI> uri) {
        return uri.map(URI::toASCIIString)
                .filter(text -> text.length() <= LONGEST)
                .orElse(null);
    }

    static ArrayNode lines(Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.stream().limit(MOST).map(Texts::line).forEach(array::add);
        return array;
    }
}
