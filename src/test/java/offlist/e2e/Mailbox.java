package offlist.e2e;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** A mail server that keeps what it is given. */
final class Mailbox implements AutoCloseable {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    Mailbox() {
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    List<MimeMessage> mails() {
        return Arrays.asList(server.getReceivedMessages());
    }

    /** Mails whose subject contains all of the words. */
    List<MimeMessage> mails(String... words) {
        return mails().stream()
                .filter(mail -> Arrays.stream(words).allMatch(subject(mail)::contains))
                .toList();
    }

    static String subject(MimeMessage mail) {
        return header(mail, "Subject");
    }

    static String header(MimeMessage mail, String name) {
        try {
            String value = mail.getHeader(name, null);
            return value == null
                    ? ""
                    : jakarta.mail.internet.MimeUtility.decodeText(jakarta.mail.internet.MimeUtility.unfold(value));
        } catch (MessagingException | java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
