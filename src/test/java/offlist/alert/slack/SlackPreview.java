package offlist.alert.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.alert.Tone;

/** Shows Block Kit roughly as Slack does, so that people can look at a message before anybody gets it. */
final class SlackPreview {
    private static final Pattern TOKEN =
            Pattern.compile("`([^`\n]+)`|<([^<>|]+)(?:\\|([^<>]*))?>|\\*([^*\n]+)\\*|_([^_\n]+)_|~([^~\n]+)~");

    private static final String STYLE = """
            body{font:15px/1.47 Lato,"Helvetica Neue",Arial,sans-serif;color:#1d1c1d;margin:0;padding:16px 20px;width:640px;
            background:#fff}
            .who{display:flex;gap:8px;align-items:center;margin-bottom:4px}.who b{font-weight:900}
            .icon{width:36px;height:36px;border-radius:5px;background:#1f3a5f;color:#fff;font-weight:900;text-align:center;
            line-height:36px}
            .app{font-size:10px;background:#eee;color:#616061;padding:1px 4px;border-radius:2px}.at{color:#616061;font-size:12px}
            h1{font-size:18px;line-height:1.33;font-weight:900;margin:8px 0}
            .edge{border-left:4px solid;border-radius:4px;padding:2px 0 2px 12px;margin-top:4px}
            .section{margin:8px 0;overflow-wrap:anywhere}.fields{display:grid;grid-template-columns:1fr 1fr;gap:8px 16px}
            .context{color:#616061;font-size:13px;margin:6px 0;overflow-wrap:anywhere}
            code{background:#f6f6f6;border:1px solid #ddd;border-radius:3px;color:#c01343;font-size:12px;padding:1px 3px}
            a{color:#1264a3;text-decoration:none}.mention{background:#fff3c4;color:#1264a3}
            .dot{display:inline-block;width:14px;height:14px;border-radius:7px;vertical-align:-1px}
            .actions{display:flex;gap:8px;margin:8px 0}.button{border:1px solid #bbb;border-radius:4px;padding:5px 12px;
            font-weight:700;font-size:13px}.primary{background:#007a5a;border-color:#007a5a;color:#fff}
            """;

    private SlackPreview() {}

    static String html(JsonNode payload) {
        StringBuilder html = new StringBuilder("<!doctype html><meta charset=utf-8><style>" + STYLE + "</style>")
                .append("<div class=who><span class=icon>O</span><b>Offlist</b><span class=app>APP</span>")
                .append("<span class=at>10:00</span></div>");
        payload.path("blocks").forEach(block -> html.append(block(block)));
        for (JsonNode attachment : payload.path("attachments")) {
            html.append("<div class=edge style=\"border-color:")
                    .append(escape(attachment.path("color").asText()))
                    .append("\">");
            attachment.path("blocks").forEach(block -> html.append(block(block)));
            html.append("</div>");
        }
        return html + "\n";
    }

    private static String block(JsonNode block) {
        return switch (block.path("type").asText()) {
            case "header" -> "<h1>" + signs(text(block.path("text"))) + "</h1>";
            case "section" ->
                block.has("fields")
                        ? each("<div class=\"section fields\">", block.path("fields"))
                        : "<div class=section>" + text(block.path("text")) + "</div>";
            case "context" -> each("<div class=context>", block.path("elements"));
            case "actions" -> buttons(block.path("elements"));
            default -> throw new IllegalArgumentException("a block that is not known: " + block);
        };
    }

    /** Not every machine has a font with emoji. */
    private static String signs(String html) {
        String signed = html;
        for (Tone tone : Tone.values()) {
            signed = signed.replace(tone.sign(), "<span class=dot style=\"background:" + tone.colour() + "\"></span>");
        }
        return signed;
    }

    private static String each(String start, JsonNode texts) {
        StringBuilder html = new StringBuilder(start);
        texts.forEach(each -> html.append("<div>").append(text(each)).append("</div>"));
        return html + "</div>";
    }

    private static String buttons(JsonNode elements) {
        StringBuilder html = new StringBuilder("<div class=actions>");
        elements.forEach(button -> html.append("<span class=\"button ")
                .append(escape(button.path("style").asText()))
                .append("\">")
                .append(text(button.path("text")))
                .append("</span>"));
        return html + "</div>";
    }

    private static String text(JsonNode text) {
        String words = text.path("text").asText();
        return text.path("type").asText().equals("mrkdwn")
                ? mrkdwn(words)
                : escape(unescape(words)).replace("\n", "<br>");
    }

    private static String mrkdwn(String words) {
        StringBuilder html = new StringBuilder();
        Matcher token = TOKEN.matcher(words);
        int end = 0;
        while (token.find()) {
            html.append(plain(words.substring(end, token.start()))).append(token(token));
            end = token.end();
        }
        return html.append(plain(words.substring(end))).toString();
    }

    private static String token(MatchResult token) {
        if (token.group(1) != null) {
            return "<code>" + plain(token.group(1)) + "</code>";
        }
        if (token.group(2) != null) {
            return reference(token.group(2), token.group(3) == null ? token.group(2) : token.group(3));
        }
        if (token.group(4) != null) {
            return "<b>" + mrkdwn(token.group(4)) + "</b>";
        }
        return token.group(5) != null ? "<i>" + plain(token.group(5)) + "</i>" : "<s>" + plain(token.group(6)) + "</s>";
    }

    /** A date, a mention or a link. */
    private static String reference(String target, String label) {
        if (target.startsWith("!date^")) {
            return plain(label);
        }
        return target.startsWith("!") || target.startsWith("@") || target.startsWith("#")
                ? "<span class=mention>" + plain(label) + "</span>"
                : "<a href=\"" + escape(unescape(target)) + "\">" + mrkdwn(label) + "</a>";
    }

    private static String plain(String words) {
        return escape(unescape(words)).replace("\n", "<br>");
    }

    private static String unescape(String words) {
        return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
