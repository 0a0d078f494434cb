package offlist.bounce.message;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;
import offlist.bounce.Said;
import offlist.pool.IpAddress;

/** A server whose form nobody knows: the first mailbox that can be the recipient, and the first words that begin like a reply. */
final class AnyForm implements Form {
    private static final Pattern REPLY = Pattern.compile(
            "(?:^|[\\s'\"<:;(#])(?<words>[45]\\d\\d(?:[ -]|$)(?:\\s?[45]\\.\\d{1,3}\\.\\d{1,3})?.*)",
            Pattern.MULTILINE);
    private static final Pattern HOST = Pattern.compile(
            "(?<host>[A-Za-z0-9_-]{1,63}(?:\\.[A-Za-z0-9_-]{1,63}){1,10})\\.? ?[\\[(](?<address>[0-9A-Fa-f:.]{3,45})[\\])]");
    private static final Set<String> NOT_A_RECIPIENT =
            Set.of("postmaster", "mailer-daemon", "abuse", "support", "hostmaster", "helpdesk", "admin", "webmaster");

    @Override
    public List<Attempt> read(Text text) {
        String all = String.join("\n", text.lines());
        Matcher reply = REPLY.matcher(all);
        if (!reply.find()) {
            return List.of();
        }
        String before = all.substring(0, reply.start("words"));
        String words = paragraph(all, reply.start("words"));
        Said sentence = Said.in(paragraph(all, before.lastIndexOf("\n\n") + 1));
        return recipient(all).stream()
                .map(to -> Attempt.of(Optional.of(to), sentence.answered() ? sentence : spoken(before, words)))
                .toList();
    }

    /** The nearest host named before the words said them. */
    private static Said spoken(String before, String words) {
        Optional<MatchResult> host = HOST.matcher(before).results().reduce((earlier, later) -> later);
        return new Said(
                host.map(h -> h.group("host")), host.flatMap(h -> IpAddress.tryParse(h.group("address"))), words, true);
    }

    private static String paragraph(String all, int from) {
        int begin = Math.max(0, from);
        while (begin < all.length() && all.charAt(begin) == '\n') {
            begin++;
        }
        int end = all.indexOf("\n\n", begin);
        return (end < 0 ? all.substring(begin) : all.substring(begin, end)).strip();
    }

    private static Optional<String> recipient(String all) {
        return Text.mailboxes(all).stream().filter(AnyForm::canReceive).findFirst();
    }

    private static boolean canReceive(String mailbox) {
        return !NOT_A_RECIPIENT.contains(
                mailbox.substring(0, mailbox.indexOf('@')).toLowerCase(Locale.ROOT));
    }
}
