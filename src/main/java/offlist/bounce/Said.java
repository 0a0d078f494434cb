package offlist.bounce;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.pool.IpAddress;

/**
 * Who said what, taken out of the sentence a mail server wraps around another one's words: {@code host mx.example[192.0.2.1]
 * said: 550 No (in reply to RCPT TO command)}, {@code SMTP error from remote mail server after RCPT TO:<…>: host mx.example
 * [192.0.2.1]: 550 No}.
 *
 * @param reply the other server's words; where nobody answered, the sentence itself
 * @param answered whether these are words of another server
 */
public record Said(Optional<String> host, Optional<IpAddress> address, String reply, boolean answered) {
    private static final String HOST =
            "(?<host>[A-Za-z0-9._-]{1,255})[ ]?[\\[(](?<address>[0-9A-Fa-f:.x]{2,45}|/[^\\]\\s]{1,100})[\\])](?::\\d{1,5})?";
    private static final int SHORT = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;

    /** Postfix: the connection stood and the server spoke. */
    private static final Pattern SPOKE = Pattern.compile(
            "(?:host|connect\\s+to)\\s+" + HOST
                    + "(?::\\s+server)?\\s+(?:said|refused\\s+to\\s+talk\\s+to\\s+me):\\s*(?<words>.*)",
            SHORT);

    /** Exim names the host before or after the command it spoke of; the words come last. */
    private static final Pattern EXIM = Pattern.compile(
            "(?:host\\s+" + HOST + "\\s+)?SMTP\\s+error\\s+from\\s+remote\\s+(?:(?:mail\\s+)?server|mailer)"
                    + "(?:\\s+(?:after|for)\\s+(?:[A-Z ]{3,20}\\s+command|initial\\s+connection|(?:pipelined\\s+)?(?:end\\s+of\\s+data|sending\\s+data\\s+block)|(?:pipelined\\s+)?[A-Z ]{3,20}(?::\\s?\\S{0,320}(?:\\s+[A-Z][A-Z0-9]{1,9}=\\S{1,60})*)?))?\\s*[:,]"
                    + "\\s*(?:host:?\\s+(?:" + HOST.replace("host>", "host2>").replace("address>", "address2>")
                    + "|(?<host3>[A-Za-z0-9._-]{1,255}))\\s*(?::|reason:|(?=\\n)))?\\s*(?<words>.*)",
            SHORT);

    private static final Pattern NOBODY =
            Pattern.compile("(?:connect\\s+to|lost\\s+connection\\s+with|conversation\\s+with|host)\\s+" + HOST, SHORT);
    private static final Pattern IN_REPLY =
            Pattern.compile("(?<!\\s)\\s*+\\(in\\s+reply\\s+to\\s+[^)]{1,60}\\)\\s*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern REPLY = Pattern.compile("^\\s*[245]\\d\\d(?:[ -]|:\\s|$)");

    /** IronPort gives its own reason and puts the reply between quotes: {@code 5.1.0 - Unknown address error 550-'No'}. */
    private static final Pattern QUOTED = Pattern.compile(
            "^\\s*\\d\\.\\d\\.\\d\\s+-\\s[^'\\n]{0,100}\\b(?<code>[45]\\d\\d)-'(?<words>.{0,4000})'(?:\\s+\\([^)]{0,60}\\))?\\s*$",
            Pattern.DOTALL);

    /** Nobody needs more of what a server says. */
    private static final int MOST = 8000;

    /** Reads the sentence; it can be folded over lines. */
    public static Said in(String told) {
        String sentence = told.length() > MOST ? told.substring(0, MOST) : told;
        if (REPLY.matcher(sentence).find()) {
            return new Said(Optional.empty(), Optional.empty(), withoutCommand(sentence), true);
        }
        Matcher quoted = QUOTED.matcher(sentence);
        if (quoted.find()) {
            return new Said(
                    Optional.empty(), Optional.empty(), quoted.group("code") + " " + quoted.group("words"), true);
        }
        Matcher spoke = SPOKE.matcher(sentence);
        Matcher exim = EXIM.matcher(sentence);
        boolean spoken = spoke.find();
        boolean byExim = exim.find();
        if (spoken && !(byExim && exim.start() < spoke.start())) {
            return new Said(host(spoke, "host"), address(spoke, "address"), words(spoke), true);
        }
        if (byExim) {
            return new Said(
                    host(exim, "host2").or(() -> host(exim, "host3")).or(() -> host(exim, "host")),
                    address(exim, "address2").or(() -> address(exim, "address")),
                    words(exim),
                    true);
        }
        Matcher nobody = NOBODY.matcher(sentence);
        boolean named = nobody.find();
        return new Said(
                named ? host(nobody, "host") : Optional.empty(),
                named ? address(nobody, "address") : Optional.empty(),
                sentence.strip(),
                false);
    }

    private static String words(Matcher matcher) {
        return withoutCommand(matcher.group("words"));
    }

    private static String withoutCommand(String words) {
        return IN_REPLY.matcher(words).replaceFirst("").strip();
    }

    private static Optional<String> host(Matcher matcher, String group) {
        return Optional.ofNullable(matcher.group(group)).map(Said::withoutLastDot);
    }

    private static Optional<IpAddress> address(Matcher matcher, String group) {
        return Optional.ofNullable(matcher.group(group)).flatMap(IpAddress::tryParse);
    }

    private static String withoutLastDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
