package offlist.bounce.message;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Section and fields hold the first line of a reply alone; the transcript holds all of it. */
final class SendmailWritten implements Written {
    @Override
    public String from() {
        return "Mail Delivery Subsystem <MAILER-DAEMON@mta.shop.example>";
    }

    @Override
    public String subject() {
        return "Returned mail: see transcript for details";
    }

    @Override
    public String words(List<Failure> failures, RandomGenerator random) {
        StringBuilder text = new StringBuilder(
                "The original message was received at Tue, 3 Mar 2026 10:00:00 GMT\n"
                        + "from app.shop.example [192.0.2.10]\n\n   ----- The following addresses had permanent fatal errors -----\n");
        failures.forEach(f ->
                text.append("<" + f.recipient() + ">\n    (reason: " + f.reply().getFirst() + ")\n"));
        text.append("\n   ----- Transcript of session follows -----\n");
        String host = "";
        for (Failure f : failures) {
            text.append(f.host().equals(host) ? "" : "... while talking to " + f.host() + ".:\n")
                    .append(talk(f, random));
            host = f.host();
        }
        return text.append('\n').toString();
    }

    private static String talk(Failure failure, RandomGenerator random) {
        String command = random.nextBoolean() ? "DATA" : "MAIL From:<news@shop.example> SIZE=1043";
        String own = random.nextBoolean()
                ? "550 5.1.1 <" + failure.recipient() + ">... User unknown"
                : "554 5.0.0 Service unavailable";
        return ">>> " + command + "\n<<< " + String.join("\n<<< ", failure.reply()) + "\n" + own + "\n";
    }

    @Override
    public String marker() {
        return "   ----- Original message follows -----\n";
    }

    @Override
    public Optional<String> fields(List<Failure> failures) {
        StringBuilder fields = new StringBuilder("Reporting-MTA: dns; mta.shop.example\n"
                + "Received-From-MTA: DNS; app.shop.example\nArrival-Date: Tue, 3 Mar 2026 10:00:00 GMT\n");
        for (Failure failure : failures) {
            fields.append(
                            "\nFinal-Recipient: RFC822; %s\nAction: failed\nStatus: %s\nRemote-MTA: DNS; %s\nDiagnostic-Code: SMTP; %s\n"
                                    .formatted(
                                            failure.recipient(),
                                            failure.status(),
                                            failure.host(),
                                            failure.reply().getFirst()))
                    .append("Last-Attempt-Date: Tue, 3 Mar 2026 10:00:05 GMT\n");
        }
        return Optional.of(fields.toString());
    }

    @Override
    public String told(Failure failure, boolean fields) {
        return Lines.of(
                Optional.of(failure.recipient()),
                Optional.of(failure.host()),
                Optional.empty(),
                fields ? Optional.of(failure.status()) : Optional.empty(),
                failure.words());
    }
}
