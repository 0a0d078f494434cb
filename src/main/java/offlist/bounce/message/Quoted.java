package offlist.bounce.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reply inside another sentence, between brackets: {@code Remote mail server returned: (550 …)}. */
final class Quoted {
    private static final Pattern REPLY =
            Pattern.compile("[(\\[](?<words>[45]\\d\\d[ -].{1,3000})[)\\]]\\s*$", Pattern.DOTALL);

    /** IronPort: {@code 554-'Service unavailable'}. */
    private static final Pattern CODE_BEFORE =
            Pattern.compile("^(?<code>[45]\\d\\d)-'(?<words>.{0,3000})'(?:\\s\\([^)]{0,60}\\))?$", Pattern.DOTALL);

    private Quoted() {}

    static Optional<String> reply(String sentence) {
        Matcher matcher = REPLY.matcher(sentence);
        return matcher.find() ? Optional.of(matcher.group("words").strip()) : Optional.empty();
    }

    static String plain(String words) {
        Matcher quoted = CODE_BEFORE.matcher(words);
        return quoted.find() ? quoted.group("code") + " " + quoted.group("words") : words;
    }
}
