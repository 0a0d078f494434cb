package offlist.bounce.message;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The server is named before the command or behind it; a line that is long goes on behind a colon. */
final class EximWritten implements Written {
    private static final int LONG = 45;
    private static final List<String> AFTER = List.of(
            "RCPT TO:<%s>",
            "MAIL FROM:<bounce+shop=%s@shop.example>",
            "end of data",
            "initial connection",
            "pipelined MAIL FROM:<news@shop.example> SIZE=2417",
            "pipelined end of data");

    @Override
    public String from() {
        return "Mail Delivery System <Mailer-Daemon@mta.shop.example>";
    }

    @Override
    public String subject() {
        return "Mail delivery failed: returning message to sender";
    }

    @Override
    public String words(List<Failure> failures, RandomGenerator random) {
        StringBuilder text = new StringBuilder("This message was created automatically by mail delivery software.\n\n"
                + "A message that you sent could not be delivered to one or more of its\n"
                + "recipients. This is a permanent error. The following address(es) failed:\n\n");
        boolean hostFirst = random.nextBoolean();
        for (Failure failure : failures) {
            text.append("  " + failure.recipient() + "\n")
                    .append(random.nextInt(5) == 0 ? "    (generated from list@shop.example)\n" : "");
            text.append(
                    hostFirst ? hostFirst(failure, after(failure, random)) : hostLast(failure, after(failure, random)));
        }
        return text.append('\n').toString();
    }

    private static String after(Failure failure, RandomGenerator random) {
        return AFTER.get(random.nextInt(AFTER.size()))
                .formatted(failure.recipient().replace('@', '='));
    }

    private static String hostFirst(Failure failure, String after) {
        return "    host " + failure.host() + " [" + failure.address()
                + "]\n    SMTP error from remote mail server after " + after + ":\n    "
                + broken(String.join("\n    ", failure.reply())) + "\n";
    }

    private static String hostLast(Failure failure, String after) {
        return "    SMTP error from remote mail server after " + after + ":\n    host " + failure.host() + " ["
                + failure.address() + "]: " + broken(String.join("\n    ", failure.reply())) + "\n";
    }

    private static String broken(String reply) {
        StringBuilder lines = new StringBuilder();
        int count = 0;
        for (int i = 0; i < reply.length(); i++) {
            char c = reply.charAt(i);
            lines.append(c);
            count = c == '\n' ? 0 : count + 1;
            if (c == ':' && count > LONG && i + 1 < reply.length() && reply.charAt(i + 1) == ' ') {
                lines.append("\n   ");
                count = 0;
            }
        }
        return lines.toString();
    }

    @Override
    public String marker() {
        return "------ This is a copy of the message, including all the headers. ------\n";
    }

    @Override
    public Optional<String> fields(List<Failure> failures) {
        StringBuilder fields = new StringBuilder("Reporting-MTA: dns; mta.shop.example\n");
        for (Failure failure : failures) {
            fields.append(
                    "\nAction: failed\nFinal-Recipient: rfc822;%s\nStatus: 5.0.0\nRemote-MTA: dns; %s\nDiagnostic-Code: smtp; %s\n"
                            .formatted(failure.recipient(), failure.host(), String.join("\n ", failure.reply())));
        }
        return Optional.of(fields.toString());
    }

    @Override
    public String told(Failure failure, boolean fields) {
        return Lines.of(
                Optional.of(failure.recipient()),
                Optional.of(failure.host()),
                Optional.of(failure.address()),
                fields ? Optional.of("5.0.0") : Optional.empty(),
                failure.words());
    }
}
