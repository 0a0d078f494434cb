package offlist.ready;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import offlist.pool.IpAddress;
import offlist.smtp.SmtpConversation;
import offlist.smtp.SmtpReply;

/**
 * Whether a server would relay a stranger's mail: recipients elsewhere are named, and it should refuse them there. No message is
 * ever sent. All domains are set aside for such purposes (RFC 2606), so nobody gets anything either way.
 */
final class OpenRelay {
    private static final List<String> SENDERS = List.of("<>", "<relay-test@example.com>");
    private static final List<String> RECIPIENTS =
            List.of("<relay-test@example.org>", "<relay-test@relay-test.invalid>");
    /** RFC 3463 and RFC 7505: bad sender or destination, null MX, no route. */
    private static final Pattern FOR_A_DOMAIN = Pattern.compile("5\\.1\\.(2|7|8|10)|5\\.4\\.\\d+|5\\.7\\.27");

    private static final String CLOSE = "Let the server relay only for its own networks and for clients that log in.";

    private record Said(String command, SmtpReply reply) {
        boolean accepted() {
            return command.startsWith("RCPT") && reply.positive();
        }

        /** A refusal of the relaying itself: neither a mistake in the conversation (50x) nor a doubt about a domain. */
        boolean refused() {
            return command.startsWith("RCPT")
                    ? reply.permanent()
                            && reply.code() >= 520
                            && reply.code() != 556
                            && !FOR_A_DOMAIN.matcher(reply.enhanced()).matches()
                    : reply.code() == 530 && !reply.shown().contains("STARTTLS");
        }

        @Override
        public String toString() {
            return command + " " + reply.shown();
        }
    }

    private final SmtpConversation conversation;
    private final IpAddress address;
    private final Predicate<IpAddress> insider;
    private final List<Said> said = new ArrayList<>();

    OpenRelay(SmtpConversation conversation, IpAddress address, Predicate<IpAddress> insider) {
        this.conversation = conversation;
        this.address = address;
        this.insider = insider;
    }

    /** With and without a sender, as many servers treat bounces in a way of their own. */
    Finding finding() throws IOException {
        for (String sender : SENDERS) {
            if (ask("MAIL FROM:" + sender).positive()) {
                for (String recipient : RECIPIENTS) {
                    ask("RCPT TO:" + recipient);
                }
            }
            conversation.say("RSET");
        }
        return judged();
    }

    private SmtpReply ask(String command) throws IOException {
        SmtpReply reply = conversation.say(command);
        said.add(new Said(command, reply));
        return reply;
    }

    private Finding judged() {
        List<Said> accepted = said.stream().filter(Said::accepted).toList();
        List<Said> refused = said.stream().filter(Said::refused).toList();
        if (!accepted.isEmpty()) {
            return accepted(evidence(accepted));
        }
        return refused.isEmpty()
                ? Finding.unknown(
                        Check.OPEN_RELAY,
                        address,
                        evidence(said) + " None of this is a refusal to relay.",
                        "Test it from outside, or look again later.")
                : Finding.good(Check.OPEN_RELAY, address, evidence(refused));
    }

    private String evidence(List<Said> of) {
        return "From " + conversation.from() + " without a login: "
                + of.stream().map(Said::toString).distinct().collect(Collectors.joining(", "))
                + ". No message was sent.";
    }

    /** Whom a server knows it may relay for; that says nothing about strangers. */
    private Finding accepted(String evidence) {
        return insider.test(conversation.from())
                ? Finding.unknown(
                        Check.OPEN_RELAY,
                        address,
                        evidence
                                + " The server may relay for this machine on purpose, so strangers may fare otherwise.",
                        "Test it from a machine that the server does not relay for. " + CLOSE)
                : Finding.bad(Check.OPEN_RELAY, address, evidence, CLOSE);
    }
}
