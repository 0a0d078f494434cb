package offlist.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers in the browser how whoever sent a form calls themselves, so that the next form knows. It proves nothing. */
final class AuthorCookie {
    static final String NAME = "offlist_author";
    static final String HEADER = "Set-Cookie";
    private static final int LONGEST = 100;
    private static final Duration AGE = Duration.ofDays(180);

    private AuthorCookie() {}

    /** The header that sets it, where there is something to remember. */
    static Optional<String> header(String author) {
        return author.isBlank() || author.length() > LONGEST
                ? Optional.empty()
                : Optional.of(NAME + "=" + URLEncoder.encode(author, StandardCharsets.UTF_8) + "; Path=/; Max-Age="
                        + AGE.toSeconds() + "; HttpOnly; SameSite=Strict");
    }

    static String read(@Nullable String value) {
        try {
            String author = value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8);
            return author.length() > LONGEST ? "" : author.replaceAll("\\p{Cntrl}", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
