package offlist.web;

import offlist.alert.email.PlainMail;
import offlist.draft.Requests;
import org.jspecify.annotations.Nullable;

/**
 * A removal request by mail, as programs see it.
 *
 * @param sent false where it is only shown
 * @param doubt why it is not certain that it went out, null when it is, or when nothing was sent
 * @param obstacle why it would not be sent now, null when it would, or was
 */
public record MailView(
        boolean sent,
        String messageId,
        String from,
        String to,
        String subject,
        String body,
        @Nullable String doubt,
        @Nullable String obstacle) {
    static MailView of(Requests.Result result) {
        return switch (result) {
            case Requests.Result.Shown shown ->
                of(
                        false,
                        shown.mail(),
                        null,
                        shown.not().map(why -> why.words()).orElse(null));
            case Requests.Result.Sent sent -> of(true, sent.mail(), sent.doubt().orElse(null), null);
            case Requests.Result.NotSent not ->
                throw new ProblemException(Problem.Kind.TASK_DECLINES, not.why().words());
        };
    }

    private static MailView of(boolean sent, PlainMail mail, @Nullable String doubt, @Nullable String obstacle) {
        return new MailView(sent, mail.id(), mail.from(), mail.to(), mail.subject(), mail.body(), doubt, obstacle);
    }
}
