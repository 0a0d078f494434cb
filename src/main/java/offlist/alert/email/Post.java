package offlist.alert.email;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import offlist.alert.MailSettings;
import offlist.alert.SafeText;

/** Hands a mail to the relay once, and says what is certain about it. Never call it on an event loop. */
public final class Post {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST = 200;

    private final Vertx vertx;
    private final MailSettings settings;
    private final Duration patience;

    public Post(Vertx vertx, MailSettings settings) {
        this(vertx, settings, PATIENCE);
    }

    Post(Vertx vertx, MailSettings settings, Duration patience) {
        this.vertx = vertx;
        this.settings = settings;
        this.patience = patience;
    }

    /** What became of a mail. */
    public sealed interface Handed {
        /** The relay has it. */
        record Taken() implements Handed {}

        /** The relay certainly does not have it. */
        record NotTaken(String why) implements Handed {}

        /** It may have it: the connection ended, or was silent, before it said so. */
        record Unclear(String why) implements Handed {}
    }

    public Handed hand(PlainMail mail) {
        MailClient client = MailClient.create(vertx, Relay.config(settings, patience));
        try {
            client.sendMail(message(mail))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Handed.Taken();
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            return new Handed.Unclear("the relay did not answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Handed.Unclear("interrupted");
        } finally {
            client.close();
        }
    }

    /** A person sends it, so it is not marked as automatic (RFC 3834, section 5): the answer is wanted. */
    private static MailMessage message(PlainMail mail) {
        MailMessage message = new MailMessage()
                .setFrom(mail.from())
                .setTo(mail.to())
                .setBounceAddress(mail.from())
                .setSubject(mail.subject())
                .setText(mail.body());
        message.addHeader("Message-ID", mail.id());
        return message;
    }

    private Handed failed(Throwable why) {
        String words = SafeText.line(Relay.conceal(settings, String.valueOf(why.getMessage())), LONGEST);
        return certain(why) ? new Handed.NotTaken(words) : new Handed.Unclear(words);
    }

    /** A reply that is no success, or a connection that never began. */
    private static boolean certain(Throwable why) {
        return why instanceof SMTPException refused && refused.getReplyCode() > 0
                || why instanceof ConnectException
                || why instanceof UnknownHostException
                || why instanceof SSLHandshakeException
                || why instanceof IOException && why.getCause() instanceof ConnectException;
    }
}
