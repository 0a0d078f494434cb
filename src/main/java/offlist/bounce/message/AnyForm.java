package offlist.bounce.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offlist.bounce.Attempt;
import offlist.bounce.Said;

/**
 * A server whose form nobody knows: the mailbox that is most likely the recipient, and the first words that begin like a reply.
 *
 * @param failed recipients that the message's own headers name
 * @param ours to whom the report was sent: they wrote the message, they are not who was not reached
 */
record AnyForm(List<String> failed, Set<String> ours) implements Form {
    private static final Pattern REPLY = Pattern.compile(
            "(?:^|[\\s'\"<:;(#.\\[])(?<words>[45]\\d\\d(?:[ -]|: |$)(?:\\s?[45]\\.\\d{1,3}\\.\\d{1,3})?.*)",
            Pattern.MULTILINE);
    private static final Pattern HOST = Pattern.compile(
            "(?<host>[A-Za-z0-9_-]{1,63}(?:\\.[A-Za-z0-9_-]{1,63}){1,10})\\.? ?[\\[(](?<address>[0-9A-Fa-f:.]{3,45})[\\])]"
                    + "|(?:transferring to|Remote MTA) (?<named>[A-Za-z0-9_-]{1,63}(?:\\.[A-Za-z0-9_-]{1,63}){1,10})");
    private static final Pattern LABELLED = Pattern.compile(
            "^Remote-MTA:\\s{0,20}<?(?<named>[A-Za-z0-9_.:-]{3,253})>?", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    private static final Pattern SENDER = Pattern.compile(
            "^\\W{0,12}(?:original sender|(?:envelope |mail )?from|sender|message-?id|return-path|reply-to|subject)\\W",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> NOT_A_RECIPIENT =
            Set.of("postmaster", "mailer-daemon", "abuse", "support", "hostmaster", "helpdesk", "admin", "webmaster");
    private static final Pattern ALONE =
            Pattern.compile("^[\\s<>*\"-]{0,12}[^\\s<>@\"]{1,128}@[^\\s<>@\"]{1,253}[\\s>\",;.]{0,8}$");
    private static final Pattern LABEL = Pattern.compile("^[^\\n]{1,80}:\\s*$");

    AnyForm {
        failed = List.copyOf(failed);
        ours = Set.copyOf(ours);
    }

    @Override
    public List<Attempt> read(Text text) {
        List<String> recipients = recipients(text);
        if (recipients.isEmpty()) {
            return List.of();
        }
        Said said = said(text, recipients.getFirst());
        return recipients.stream().map(to -> Attempt.of(Optional.of(to), said)).toList();
    }

    private Said said(Text text, String recipient) {
        String all = String.join("\n", text.lines());
        Matcher reply = REPLY.matcher(all);
        if (!reply.find()) {
            String reason = reason(text, recipient);
            return spoken(reason, reason, all, false);
        }
        String before = all.substring(0, reply.start("words"));
        Said sentence = Said.in(paragraph(all, before.lastIndexOf("\n\n") + 1));
        return sentence.answered() && sentence.host().isPresent()
                ? sentence
                : spoken(before, Quoted.plain(closed(before, paragraph(all, reply.start("words")))), all, true);
    }

    /** The nearest host named before the words said them, or the one behind a label. */
    private static Said spoken(String before, String words, String all, boolean answered) {
        Optional<MatchResult> host = HOST.matcher(before).results().reduce((earlier, later) -> later);
        Optional<Server> server = host.flatMap(h -> Server.in(
                        h.group("host") == null ? h.group("named") : h.group("host") + " [" + h.group("address") + "]"))
                .or(() -> LABELLED.matcher(all).results().findFirst().flatMap(l -> Server.in(l.group("named"))));
        return new Said(server.flatMap(Server::host), server.flatMap(Server::address), words, answered);
    }

    /** Without the bracket that closes one before the words. */
    private static String closed(String before, String words) {
        char last = words.isEmpty() ? ' ' : words.charAt(words.length() - 1);
        char open = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
        return (open == '(' && last == ')') || (open == '[' && last == ']')
                ? words.substring(0, words.length() - 1).strip()
                : words;
    }

    /** Where nobody gave a code: the paragraph about the recipient, or the first one after it. */
    private static String reason(Text text, String recipient) {
        int at = 0;
        while (at < text.lines().size() && !text.lines().get(at).contains(recipient)) {
            at++;
        }
        int begin = Math.min(at, text.lines().size() - 1);
        while (begin > 0 && !text.lines().get(begin - 1).isBlank()) {
            begin--;
        }
        for (int i = Math.max(0, begin); i < text.lines().size(); i++) {
            String words = String.join(
                            "\n",
                            text.paragraph(i).stream()
                                    .filter(line -> !ALONE.matcher(line).find())
                                    .toList())
                    .strip();
            if (!words.isEmpty() && !LABEL.matcher(words).find()) {
                return words;
            }
            i += text.paragraph(i).size();
        }
        return "";
    }

    private static String paragraph(String all, int from) {
        int begin = Math.max(0, from);
        while (begin < all.length() && all.charAt(begin) == '\n') {
            begin++;
        }
        int end = all.indexOf("\n\n", begin);
        return (end < 0 ? all.substring(begin) : all.substring(begin, end)).strip();
    }

    private List<String> recipients(Text text) {
        if (!failed.isEmpty()) {
            return failed;
        }
        List<String> found = new ArrayList<>();
        boolean listed = false;
        for (String line : text.lines()) {
            boolean alone = ALONE.matcher(line).find();
            if (!found.isEmpty() && !(listed && alone)) {
                break;
            }
            Optional<String> first = SENDER.matcher(line).find()
                    ? Optional.empty()
                    : Text.mailboxes(line).stream().filter(this::canReceive).findFirst();
            if (first.isPresent() && !found.contains(first.get())) {
                found.add(first.get());
                listed = alone;
            }
        }
        return found;
    }

    private boolean canReceive(String mailbox) {
        String lower = mailbox.toLowerCase(Locale.ROOT);
        return !ours.contains(lower) && !NOT_A_RECIPIENT.contains(lower.substring(0, lower.indexOf('@')));
    }
}
