package offlist.bounce.message;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import offlist.reply.ShippedWords;

/** What servers say when they refuse, in one line or several, with all that makes it hard to see where it ends. */
final class Replies {
    private static final List<String> SHIPPED = ShippedWords.all().stream()
            .filter(text -> text.lines().allMatch(line -> line.matches("[45]\\d\\d[ -]\\S.*")))
            .toList();

    private static final List<String> CODES = List.of(
            "550 5.7.1",
            "554 5.7.1",
            "550",
            "554",
            "421 4.7.0",
            "451 4.7.1",
            "450",
            "571",
            "521 5.2.1",
            "553 5.3.0",
            "591");

    private static final List<String> TEXTS = List.of(
            "Service unavailable; Client host [192.0.2.10] blocked using bl.example.net; https://bl.example.net/q?192.0.2.10",
            "<RECIPIENT>: Recipient address rejected: Access denied",
            "RECIPIENT... Access denied",
            "Message refused (code 17)",
            "(RBL) blacklisted by bl.example.net (127.0.0.4)",
            "host mx9.example.com[203.0.113.99] said: 550 5.7.1 not from there",
            "#5.7.1 Your access to submit messages to this e-mail system has been rejected.",
            "sorry, your 'helo' has been denied (#5.7.1)",
            "it's 100% spam | or so",
            "Greylisting in action, please come back in 00:04:59",
            "see <https://postmaster.example.net/block?ip=192.0.2.10&why=list>",
            "https://postmaster.example.net/why/" + "0123456789abcdef".repeat(9) + " explains it",
            "Mail from IP 192.0.2.10 was rejected due to listing in Spamhaus SBL. For details please see https://check.spamhaus.org/",
            "blocked: contact postmaster@example.net, or call +1-555-0100: ask for Eve",
            "L'adresse IP 192.0.2.10 est refus\u00e9e",
            "\u0414\u043e\u0441\u0442\u0443\u043f \u0437\u0430\u043f\u0440\u0435\u0449\u0451\u043d 192.0.2.10",
            "\u62d2\u7edd 192.0.2.10",
            "Remote host said: nothing of value",
            "2001:db8:10::1 is not welcome here :: 550 really",
            "no");

    private final RandomGenerator random;

    Replies(RandomGenerator random) {
        this.random = random;
    }

    /** Line by line, each with its code. */
    List<String> next(String recipient) {
        return switch (random.nextInt(4)) {
            case 0 -> SHIPPED.get(random.nextInt(SHIPPED.size())).lines().toList();
            case 1 -> several(recipient);
            default -> List.of(code() + " " + text(recipient));
        };
    }

    private List<String> several(String recipient) {
        String code = code();
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            lines.add(code.substring(0, 3) + "-" + (code + " ").substring(4) + text(recipient));
        }
        lines.add(code + " " + text(recipient));
        return lines;
    }

    private String code() {
        return CODES.get(random.nextInt(CODES.size()));
    }

    private String text(String recipient) {
        return TEXTS.get(random.nextInt(TEXTS.size())).replace("RECIPIENT", recipient);
    }
}
