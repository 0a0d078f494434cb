package offlist.bounce.message;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How one mail server writes its reports, and how much of the truth they tell. */
interface Written {
    List<Written> ALL = List.of(
            new PostfixWritten(),
            new EximWritten(),
            new SendmailWritten(),
            new QmailWritten(),
            new ExchangeWritten(),
            new OpenSmtpdWritten());

    String from();

    String subject();

    /** The words for people. */
    String words(List<Failure> failures, RandomGenerator random);

    /** What stands between them and the returned message where both are in one text. */
    String marker();

    /** The machine-readable part; empty if this server writes none. */
    Optional<String> fields(List<Failure> failures);

    /** What can be known from such a report, as {@link Lines} writes it. */
    String told(Failure failure, boolean fields);
}
