package offlist.reply;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a server as one line: from its reply code on, without the code that each further line repeats.
 *
 * @param lower the same in lower case, character for character
 */
record ReplyText(String text, String lower, Optional<Integer> replyCode, Optional<String> enhancedCode) {

    /** More than any server says; what stands behind is not read. */
    static final int LONGEST = 8_192;

    /** {@code smtp;}, {@code X-Postfix;}: the type of a diagnostic code (RFC 3464, section 2.3.6). */
    private static final Pattern TYPE = Pattern.compile("^\\s{0,9}[A-Za-z][A-Za-z0-9-]{2,30};\\s{0,9}");

    /** The code at the start; a greeting's first line can stand before it. */
    private static final Pattern AT_START = Pattern.compile(
            "^[\\s\"'<(]{0,5}(?:2\\d\\d-\\S{0,80}\\s{1,5})?(?:ESMTP\\s)?(?<code>[45]\\d\\d)(?=[\\s#-]|[:;,.]\\s|$)");

    /** The code behind what another server says before it quotes: {@code host x[192.0.2.1] said: 550}, {@code <<< 550}. */
    private static final Pattern INSIDE = Pattern.compile(
            "(?:[:;>\"'(\\]<]|\\b(?:said|error|code|returned|response|reply|status|got)[:=]?)\\s{0,3}(?<code>[45]\\d\\d)(?=[\\s#-]|$)");

    private static final Pattern ENHANCED = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}(?![\\d])(?!\\.\\d)");
    private static final Pattern ENHANCED_ELSEWHERE = Pattern.compile(
            "(?:#|\\(#?|^[\\s\"'<(]{0,5}|>[.: ]{0,5})(?<code>[245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d])(?!\\.\\d)");

    static ReplyText of(String raw) {
        String plain = TYPE.matcher(LogEscapes.undone(raw)).replaceFirst("");
        Matcher code = code(plain);
        if (code == null) {
            return at(Unfolding.of(plain), Optional.empty());
        }
        String words = plain.substring(code.start("code"));
        return at(Unfolding.of(words), Optional.of(Integer.valueOf(code.group("code"))));
    }

    private static @org.jspecify.annotations.Nullable Matcher code(String plain) {
        Matcher start = AT_START.matcher(plain);
        if (start.find()) {
            return start;
        }
        Matcher inside = INSIDE.matcher(plain);
        return !startsWithStatus(plain) && inside.find() ? inside : null;
    }

    /** {@code 4.7.32 …}: the code was cut off; numbers behind it are none. */
    private static boolean startsWithStatus(String plain) {
        return ENHANCED.matcher(plain).lookingAt();
    }

    private static ReplyText at(String text, Optional<Integer> code) {
        String capped = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return new ReplyText(capped, lower(capped), code, enhanced(capped, code.isPresent()));
    }

    /** Directly behind the reply code (RFC 2034), else where mail servers put it that have no place for it there. */
    private static Optional<String> enhanced(String text, boolean coded) {
        if (coded) {
            int at = 3;
            while (at < text.length() && at < 8 && " -#:".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            Matcher direct = ENHANCED.matcher(text).region(at, text.length());
            if (direct.lookingAt()) {
                return Optional.of(direct.group());
            }
        }
        Matcher elsewhere = ENHANCED_ELSEWHERE.matcher(text);
        return elsewhere.find() ? Optional.of(elsewhere.group("code")) : Optional.empty();
    }

    /** Not {@link String#toLowerCase}, which can change the length. */
    private static String lower(String text) {
        if (text.chars().allMatch(c -> c < 128)) {
            return text.toLowerCase(Locale.ROOT);
        }
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            lower.append(Character.toLowerCase(text.charAt(i)));
        }
        return lower.toString();
    }
}
