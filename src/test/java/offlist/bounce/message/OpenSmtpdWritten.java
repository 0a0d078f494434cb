package offlist.bounce.message;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Tells the last line of the reply, and not whose it was. */
final class OpenSmtpdWritten implements Written {
    @Override
    public String from() {
        return "Mailer Daemon <MAILER-DAEMON@mta.shop.example>";
    }

    @Override
    public String subject() {
        return "Delivery status notification: failed";
    }

    @Override
    public String words(List<Failure> failures, RandomGenerator random) {
        StringBuilder text = new StringBuilder(
                "Hi!\n\nThis is the MAILER-DAEMON, please DO NOT REPLY to this email.\n\n"
                        + "An error has occurred while attempting to deliver a message for\nthe following list of recipients:\n\n");
        failures.forEach(f -> text.append(f.recipient() + ": " + f.reply().getLast() + "\n\n"));
        return text.toString();
    }

    @Override
    public String marker() {
        return "Below is a copy of the original message:\n";
    }

    @Override
    public Optional<String> fields(List<Failure> failures) {
        StringBuilder fields = new StringBuilder("Reporting-MTA: dns; mta.shop.example\n");
        failures.forEach(f ->
                fields.append("\nFinal-Recipient: rfc822; " + f.recipient() + "\nAction: failed\nStatus: 5.0.0\n"));
        return Optional.of(fields.toString());
    }

    @Override
    public String told(Failure failure, boolean fields) {
        return Lines.of(
                Optional.of(failure.recipient()),
                Optional.empty(),
                Optional.empty(),
                fields ? Optional.of("5.0.0") : Optional.empty(),
                failure.reply().getLast());
    }
}
