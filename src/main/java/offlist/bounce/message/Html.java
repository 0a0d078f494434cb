package offlist.bounce.message;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an HTML part: reports that have no other. */
final class Html {
    private static final Pattern HIDDEN =
            Pattern.compile("<(?<tag>script|style|head)\\b[^<>]{0,500}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHOWN =
            Pattern.compile("</(?<tag>script|style|head)\\s{0,20}>", Pattern.CASE_INSENSITIVE);
    /** The end of a line in the source beside one on the page is the same one. */
    private static final Pattern BREAK = Pattern.compile(
            "<(?:br|/p|/div|/tr|/li|/h\\d|p|div)\\b[^<>]{0,500}>[ \\t]{0,20}\\r?\\n?", Pattern.CASE_INSENSITIVE);

    private static final Pattern TAG = Pattern.compile("<(?=[/!A-Za-z])(?![^\\s<>@]{1,128}@)[^<>]{0,2000}>");

    private Html() {}

    static String text(String html) {
        String plain = visible(html);
        plain = BREAK.matcher(plain).replaceAll("\n");
        plain = TAG.matcher(plain).replaceAll("");
        return plain.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    /** Without what a browser does not show; what is never closed stays. */
    private static String visible(String html) {
        StringBuilder text = new StringBuilder(html.length());
        Set<String> open = new HashSet<>();
        Matcher hidden = HIDDEN.matcher(html);
        int done = 0;
        while (hidden.find(done)) {
            String tag = hidden.group("tag").toLowerCase(Locale.ROOT);
            int end = open.contains(tag) ? -1 : end(html, tag, hidden.end());
            text.append(html, done, end < 0 ? hidden.end() : hidden.start()).append(' ');
            if (end < 0) {
                open.add(tag);
            }
            done = Math.max(end, hidden.end());
        }
        return text.append(html, done, html.length()).toString();
    }

    private static int end(String html, String tag, int from) {
        Matcher shown = SHOWN.matcher(html);
        for (int at = from; shown.find(at); at = shown.end()) {
            if (shown.group("tag").equalsIgnoreCase(tag)) {
                return shown.end();
            }
        }
        return -1;
    }
}
