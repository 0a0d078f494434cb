package offlist.bounce.message;

import java.util.Optional;
import offlist.bounce.Attempt;
import offlist.bounce.Bounce;
import offlist.bounce.Bounce.Complaint;
import offlist.bounce.Bounce.Returned;

/** No more of a message than anybody needs: what is found is kept, and a message is made by anybody. */
final class Bounded {
    private static final int MOST_WORDS = 8000;

    /** RFC 5321 allows 320 for a mailbox and 255 for a domain. */
    private static final int LONGEST_NAME = 1000;

    private static final int MOST_HOPS = 100;

    private static final int MOST_HEADERS = 16_000;

    private Bounded() {}

    static Bounce of(Bounce bounce) {
        Returned returned = bounce.returned();
        return new Bounce(
                bounce.attempts().stream().map(Bounded::attempt).toList(),
                bounce.complaints().stream()
                        .limit(MessageReader.MOST)
                        .map(Bounded::complaint)
                        .toList(),
                new Returned(
                        name(returned.messageId()),
                        name(returned.from()),
                        returned.chain().stream().limit(MOST_HOPS).toList(),
                        cut(returned.headers(), MOST_HEADERS)));
    }

    private static Attempt attempt(Attempt attempt) {
        return new Attempt(
                name(attempt.recipient()),
                name(attempt.remoteMta()),
                attempt.remoteAddress(),
                cut(attempt.reply(), MOST_WORDS),
                name(attempt.dsnStatus()),
                attempt.sourceAddress(),
                attempt.at(),
                name(attempt.sender()),
                name(attempt.reference()));
    }

    private static Complaint complaint(Complaint complaint) {
        return new Complaint(
                cut(complaint.feedbackType(), LONGEST_NAME),
                complaint.sourceAddress(),
                name(complaint.reportedDomain()),
                name(complaint.recipient()),
                complaint.incidents(),
                name(complaint.reference()));
    }

    /** What is too long to be a name is none; cut, it would be somebody else's. */
    private static Optional<String> name(Optional<String> name) {
        return name.filter(n -> n.length() <= LONGEST_NAME);
    }

    private static String cut(String words, int most) {
        return words.length() > most ? words.substring(0, most) : words;
    }
}
