package offlist.alert.email;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.SMTPException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import offlist.alert.MailSettings;
import offlist.alert.Message;
import offlist.alert.Notifier;
import offlist.alert.Outcome;
import offlist.alert.Sent;
import offlist.alert.SmtpReplies;

/** Hands mails to the relay, each over a connection of its own: they are rare. Never call it on an event loop. */
public final class EmailNotifier implements Notifier {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Outcome NOBODY_ACCEPTED = SmtpReplies.unanswered("no recipient was accepted");

    private final Vertx vertx;
    private final MailSettings settings;
    private final List<String> to;
    private final Duration patience;
    private final Recipients recipients;

    /** @param single hears of a recipient that is given up while others get the mail, which is then delivered */
    public EmailNotifier(Vertx vertx, MailSettings settings, List<String> to, Consumer<Sent> single) {
        this(vertx, settings, to, single, PATIENCE);
    }

    EmailNotifier(Vertx vertx, MailSettings settings, List<String> to, Consumer<Sent> single, Duration patience) {
        this.recipients = new Recipients(single);
        this.vertx = vertx;
        this.settings = settings;
        this.to = List.copyOf(to);
        this.patience = patience;
    }

    /**
     * One attempt.
     *
     * @param taken whom the relay took it for
     */
    private record Attempt(Outcome outcome, Set<String> taken) {
        static Attempt failed(Outcome outcome) {
            return new Attempt(outcome, Set.of());
        }

        boolean unheard() {
            return outcome instanceof Outcome.RetryLater later && !later.cause().startsWith("SMTP ");
        }
    }

    @Override
    public Outcome send(Message message) {
        List<String> left = recipients.left(message.id(), to);
        return recipients.conclude(message, left.size() > 1 ? together(message, left) : alone(message, left));
    }

    /** One wrong recipient does not keep the mail from the others; why it is wrong the relay says when it is asked alone. */
    private Map<String, Outcome> together(Message message, List<String> left) {
        Attempt attempt = attempt(mail(message, left), true);
        Map<String, Outcome> each = new LinkedHashMap<>();
        if (attempt.outcome.equals(NOBODY_ACCEPTED)) {
            return alone(message, left);
        }
        left.forEach(recipient -> each.put(recipient, attempt.outcome));
        if (attempt.outcome instanceof Outcome.Delivered) {
            List<String> refused = left.stream()
                    .filter(recipient -> !attempt.taken.contains(recipient.toLowerCase(Locale.ROOT)))
                    .toList();
            each.putAll(alone(message, refused));
        }
        return each;
    }

    private Map<String, Outcome> alone(Message message, List<String> left) {
        Map<String, Outcome> each = new LinkedHashMap<>();
        Optional<Outcome> silence = Optional.empty();
        for (String recipient : left) {
            Attempt attempt =
                    silence.map(Attempt::failed).orElseGet(() -> attempt(mail(message, List.of(recipient)), false));
            each.put(recipient, attempt.outcome);
            silence = attempt.unheard() ? Optional.of(attempt.outcome) : silence;
        }
        return each;
    }

    /** @param lenient goes on without the recipients that are refused */
    private Attempt attempt(MailMessage mail, boolean lenient) {
        MailClient client =
                MailClient.create(vertx, Relay.config(settings, patience).setAllowRcptErrors(lenient));
        try {
            MailResult result = client.sendMail(mail)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Attempt(new Outcome.Delivered(), lowerCase(result.getRecipients()));
        } catch (ExecutionException e) {
            return Attempt.failed(failed(e.getCause() == null ? e : e.getCause()));
        } catch (TimeoutException e) {
            return Attempt.failed(SmtpReplies.unanswered("the relay did not answer in time"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Attempt.failed(SmtpReplies.unanswered("interrupted"));
        } finally {
            client.close();
        }
    }

    private static Set<String> lowerCase(List<String> recipients) {
        return recipients.stream()
                .map(recipient -> recipient.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    MailMessage mail(Message message) {
        return mail(message, to);
    }

    private MailMessage mail(Message message, List<String> to) {
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
