package offlist.bounce.message;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Knows the other server by its address alone and writes no fields. */
final class QmailWritten implements Written {
    private static final List<String> THEY = List.of(
            "%s does not like recipient.",
            "%s failed after I sent the message.",
            "Connected to %s but sender was rejected.",
            "Connected to %s but greeting failed.");

    @Override
    public String from() {
        return "MAILER-DAEMON@mta.shop.example";
    }

    @Override
    public String subject() {
        return "failure notice";
    }

    @Override
    public String words(List<Failure> failures, RandomGenerator random) {
        StringBuilder text = new StringBuilder("Hi. This is the qmail-send program at mta.shop.example.\n"
                + "I'm afraid I wasn't able to deliver your message to the following addresses.\n"
                + "This is a permanent error; I've given up. Sorry it didn't work out.\n\n");
        for (Failure failure : failures) {
            text.append("<" + failure.recipient() + ">:\n")
                    .append(THEY.get(random.nextInt(THEY.size())).formatted(failure.address()))
                    .append("\nRemote host said: " + String.join("\n", failure.reply()) + "\n")
                    .append(random.nextBoolean() ? "Giving up on " + failure.address() + ".\n\n" : "\n");
        }
        return text.toString();
    }

    @Override
    public String marker() {
        return "--- Below this line is a copy of the message.\n";
    }

    @Override
    public Optional<String> fields(List<Failure> failures) {
        return Optional.empty();
    }

    @Override
    public String told(Failure failure, boolean fields) {
        return Lines.of(
                Optional.of(failure.recipient()),
                Optional.empty(),
                Optional.of(failure.address()),
                Optional.empty(),
                failure.words());
    }
}
