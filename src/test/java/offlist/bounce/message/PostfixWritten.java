package offlist.bounce.message;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Lines are folded at 79 characters, in the words and in the fields. */
final class PostfixWritten implements Written {
    private static final List<String> HELLO = List.of(
            "This is the mail system at host mta.shop.example.\n\nI'm sorry to have to inform you that your message could not\n"
                    + "be delivered to one or more recipients. It's attached below.\n\n                   The mail system\n\n",
            "Dies ist das Mailsystem von mta.shop.example.\n\nIhre Nachricht konnte nicht zugestellt werden.\n\n");
    private static final List<String> COMMANDS =
            List.of("MAIL FROM command", "RCPT TO command", "end of DATA command", "DATA command", "EHLO command");

    @Override
    public String from() {
        return "MAILER-DAEMON@mta.shop.example (Mail Delivery System)";
    }

    @Override
    public String subject() {
        return "Undelivered Mail Returned to Sender";
    }

    @Override
    public String words(List<Failure> failures, RandomGenerator random) {
        StringBuilder text = new StringBuilder(HELLO.get(random.nextInt(HELLO.size())));
        for (Failure failure : failures) {
            text.append(Folded.at79("<" + failure.recipient() + ">: " + said(failure, random)))
                    .append("\n\n");
        }
        return text.toString();
    }

    private static String said(Failure failure, RandomGenerator random) {
        String host = "host " + failure.host() + "[" + failure.address() + "]";
        return random.nextInt(5) == 0
                ? host + " refused to talk to me: " + failure.words()
                : host + " said: " + failure.words() + " (in reply to " + COMMANDS.get(random.nextInt(COMMANDS.size()))
                        + ")";
    }

    @Override
    public String marker() {
        return "--- Below this line is a copy of the message.\n";
    }

    @Override
    public Optional<String> fields(List<Failure> failures) {
        StringBuilder fields = new StringBuilder("Reporting-MTA: dns; mta.shop.example\nX-Postfix-Queue-ID: 4WzQ7\n"
                + "X-Postfix-Sender: rfc822; news@shop.example\nArrival-Date: Tue,  3 Mar 2026 10:00:00 +0000 (UTC)\n");
        for (Failure failure : failures) {
            fields.append(
                            "\nFinal-Recipient: rfc822; %s\nOriginal-Recipient: rfc822;%s\nAction: %s\nStatus: %s\nRemote-MTA: dns; %s\n"
                                    .formatted(
                                            failure.recipient(),
                                            failure.recipient(),
                                            failure.status().startsWith("4") ? "delayed" : "failed",
                                            failure.status(),
                                            failure.host()))
                    .append(Folded.at79("Diagnostic-Code: smtp; " + failure.words()))
                    .append('\n');
        }
        return Optional.of(fields.toString());
    }

    @Override
    public String told(Failure failure, boolean fields) {
        return Lines.of(
                Optional.of(failure.recipient()),
                Optional.of(failure.host()),
                Optional.of(failure.address()),
                fields ? Optional.of(failure.status()) : Optional.empty(),
                failure.words());
    }
}
