package offlist.alert.email;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import offlist.alert.MailSettings;
import offlist.alert.Message;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.alert.SmtpReplies;

/** Hands mails to the relay, each over a connection of its own: they are rare. Never call it on an event loop. */
public final class EmailNotifier implements Notifier {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Outcome NOBODY_ACCEPTED = SmtpReplies.unanswered("no recipient was accepted");

    private final Vertx vertx;
    private final MailSettings settings;
    private final List<String> to;
    private final Duration patience;

    public EmailNotifier(Vertx vertx, MailSettings settings, List<String> to) {
        this(vertx, settings, to, PATIENCE);
    }

    EmailNotifier(Vertx vertx, MailSettings settings, List<String> to, Duration patience) {
        this.vertx = vertx;
        this.settings = settings;
        this.to = List.copyOf(to);
        this.patience = patience;
    }

    @Override
    public Outcome send(Message message) {
        MailMessage mail = mail(message);
        Outcome outcome = send(mail, to.size() > 1);
        // The client does not say why, when it was to go on without the recipients that were refused and none was left.
        return outcome.equals(NOBODY_ACCEPTED) ? send(mail, false) : outcome;
    }

    /** @param lenient one wrong recipient does not keep the mail from the others */
    private Outcome send(MailMessage mail, boolean lenient) {
        MailClient client =
                MailClient.create(vertx, Relay.config(settings, patience).setAllowRcptErrors(lenient));
        try {
            client.sendMail(mail)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Outcome.Delivered();
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            return SmtpReplies.unanswered("the relay did not answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SmtpReplies.unanswered("interrupted");
        } finally {
            client.close();
        }
    }

    MailMessage mail(Message message) {
        MailHeaders headers = new MailHeaders(message, settings.from());
        MailView view = MailViews.of(message);
        MultiMap further = MultiMap.caseInsensitiveMultiMap();
        headers.all().forEach(further::add);
        return new MailMessage()
                .setFrom(settings.from())
                .setTo(to)
                .setSubject(headers.subject())
                .setText(MailTemplates.plain(view))
                .setHtml(MailTemplates.html(view))
                .setHeaders(further);
    }

    private Outcome failed(Throwable why) {
        String words = Relay.conceal(settings, String.valueOf(why.getMessage()));
        if (why instanceof SMTPException refused && refused.getReplyCode() > 0) {
            return SmtpReplies.outcome(refused.getReplyCode(), Relay.conceal(settings, refused.getReplyMessage()));
        }
        return words.startsWith("no recipient addresses were accepted")
                ? NOBODY_ACCEPTED
                : SmtpReplies.unanswered("no mail to " + settings.host() + ":" + settings.port() + ": " + words);
    }
}
