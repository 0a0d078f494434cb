package offlist.bounce.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;
import offlist.bounce.Said;
import offlist.pool.IpAddress;

/**
 * Exchange: plain words in the reader's language, then, for administrators, recipients with the reply between marks:
 * {@code Remote Server returned '550 …'}, {@code #550 …##}, {@code <host #5.7.1 smtp;550 …>}.
 */
final class ExchangeForm implements Form {
    private static final int MOST = 8000;
    private static final Pattern BEGIN = Pattern.compile(
            "^\\s{0,8}(?:diagnos\\S{0,30}|informa\\S{0,10} (?:de )?diagn\\S{0,20}) .{0,30}(?:administr|amministr|beheer)"
                    + "|could not be reached:|did not reach the following recipient\\(s\\):|Generating server:",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RECIPIENT = Pattern.compile(
            "^\\s{0,20}(?:IMCEAEX\\S{0,400}|<?[\\p{L}\\p{N}._%+=&'*/!#$^`{|}~?-]{1,128}@[\\p{L}\\p{N}.-]{1,253}>?)(?: on .{5,60})?\\s{0,20}$");
    private static final Pattern RECEIVING =
            Pattern.compile("^Receiving server: (?<host>[A-Za-z0-9._-]{1,255})", Pattern.CASE_INSENSITIVE);
    private static final Pattern RETURNED = Pattern.compile(
            "(?:(?<host>[A-Za-z0-9._-]{1,255})\\s{1,4})?(?:Remote Server (?:at (?<host2>[A-Za-z0-9._-]{1,255}) (?:\\((?<address>[0-9A-Fa-f:.]{2,45})\\) )?)?returned|Der Remoteserver hat Folgendes zur.{1,2}ckgegeben:?)\\s{1,4}'(?<words>.+?)'?\\s{0,20}$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public List<Attempt> read(Text text) {
        List<Attempt> attempts = new ArrayList<>();
        Optional<String> receiving = Optional.empty();
        for (int i = text.find(BEGIN, 0); i < text.lines().size(); i++) {
            String line = text.lines().get(i);
            Matcher server = RECEIVING.matcher(line);
            receiving = server.find() ? Optional.of(server.group("host")) : receiving;
            if (line.indexOf('@') >= 0 && RECIPIENT.matcher(line).find()) {
                attempt(line, explanation(text, i + 1), receiving).ifPresent(attempts::add);
            }
        }
        return attempts;
    }

    private static Optional<Attempt> attempt(String line, String words, Optional<String> receiving) {
        List<String> named = Text.mailboxes(line);
        if (named.isEmpty() || words.isEmpty()) {
            return Optional.empty();
        }
        Said said = said(words);
        return Optional.of(Attempt.of(
                Optional.of(named.getFirst()),
                new Said(said.host().or(() -> receiving), said.address(), said.reply(), said.answered())));
    }

    private static String explanation(Text text, int from) {
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().subList(from, text.lines().size())) {
            if (RECIPIENT.matcher(line).find() || (line.isBlank() && !lines.isEmpty())) {
                break;
            }
            if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        String words = String.join("\n", lines);
        return words.length() > MOST ? words.substring(0, MOST) : words;
    }

    private static Said said(String words) {
        Matcher returned = RETURNED.matcher(words);
        if (returned.find()) {
            return new Said(
                    Optional.ofNullable(returned.group("host2"))
                            .or(() -> Optional.ofNullable(returned.group("host")))
                            .filter(h -> h.contains(".")),
                    Optional.ofNullable(returned.group("address")).flatMap(IpAddress::tryParse),
                    returned.group("words").strip(),
                    true);
        }
        return Marked.in(words).orElseGet(() -> Said.in(words));
    }
}
