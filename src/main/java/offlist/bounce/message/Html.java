package offlist.bounce.message;

import java.util.regex.Pattern;

/** The words of an HTML part: reports that have no other. */
final class Html {
    private static final Pattern HIDDEN = Pattern.compile(
            "<(script|style|head)\\b[^>]{0,500}>.{0,100000}?</\\1\\s*>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BREAK =
            Pattern.compile("<(?:br|/p|/div|/tr|/li|/h\\d|p|div)\\b[^>]{0,500}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("<(?=[/!A-Za-z])(?![^\\s<>@]{1,128}@)[^<>]{0,2000}>");

    private Html() {}

    static String text(String html) {
        String plain = HIDDEN.matcher(html).replaceAll(" ");
        plain = BREAK.matcher(plain).replaceAll("\n");
        plain = TAG.matcher(plain).replaceAll("");
        return plain.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }
}
