package offlist.alert;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may be secret in an address that messages are posted to, whole and in parts, however it is repeated. */
final class AddressSecrets {
    /** Shorter parts of a path are words such as {@code webhooks}. */
    private static final int LONGEST_WORD = 8;
    /** A shorter value is no secret, and replaced everywhere it would make any text unreadable. */
    private static final int SHORTEST_VALUE = 4;

    private AddressSecrets() {}

    static Set<String> of(URI address) {
        Set<String> secrets = new LinkedHashSet<>();
        secrets.add(address.toString());
        Stream.of(address.getRawPath(), address.getRawQuery(), address.getRawUserInfo())
                .filter(part -> part != null && part.length() > 1)
                .forEach(part -> addAll(secrets, part, 2));
        parts(address.getRawPath(), "/").forEach(segment -> addAll(secrets, segment, LONGEST_WORD + 1));
        parts(address.getRawQuery(), "&").forEach(pair -> {
            addAll(secrets, pair, LONGEST_WORD + 1);
            addAll(secrets, pair.substring(pair.indexOf('=') + 1), SHORTEST_VALUE);
        });
        return secrets;
    }

    private static List<String> parts(@Nullable String text, String separator) {
        return text == null ? List.of() : List.of(text.split(separator, -1));
    }

    /** As it stands there and as a server reads it. */
    private static void addAll(Set<String> secrets, String part, int shortest) {
        if (part.length() >= shortest) {
            secrets.add(part);
            secrets.add(decoded(part));
            secrets.add(decoded(part.replace("+", "%2B")));
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    /** The longest first, so that no part of one is left when another is a piece of it. */
    static String conceal(String text, Collection<String> secrets) {
        List<String> forms = secrets.stream()
                .flatMap(secret -> Stream.of(secret, html(secret), html(secret).replace("'", "&#39;"), json(secret)))
                .filter(form -> !form.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String known = text;
        for (String form : forms) {
            known = known.replace(form, "***");
        }
        return known;
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/");
    }
}
