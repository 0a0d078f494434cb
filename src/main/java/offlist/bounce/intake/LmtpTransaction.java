package offlist.bounce.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import offlist.bounce.message.MessageReader;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.internal.io.DotTerminatedInputStream;
import org.subethamail.smtp.internal.io.DotUnstuffingInputStream;
import org.subethamail.smtp.server.Session;

/**
 * MAIL, RCPT and DATA of LMTP (RFC 2033 section 4.2). What was read ends in the same {@link SmtpDelivery} as by SMTP; every reply
 * has an enhanced status code (RFC 2034), which the library's do not have.
 */
final class LmtpTransaction {
    private static final String NEED_MAIL = "503 5.5.1 MAIL comes first";

    private LmtpTransaction() {}

    static void mail(String command, Session session) throws IOException {
        session.sendResponse(begun(command, session));
    }

    private static String begun(String command, Session session) {
        if (session.isMailTransactionInProgress()) {
            return "503 5.5.1 there is a sender already";
        }
        Optional<MailPath> sender = MailPath.in(command, "MAIL FROM:");
        if (sender.isEmpty()) {
            return "501 5.5.4 wanted is MAIL FROM:<address>";
        }
        if (sender.get().size().orElse(0) > MessageReader.LARGEST) {
            return "552 5.3.4 the message is too large";
        }
        session.startMailTransaction();
        return "250 2.1.0 go on";
    }

    static void rcpt(String command, Session session) throws IOException, DropConnectionException {
        try {
            session.sendResponse(added(command, session));
        } catch (DropConnectionException end) {
            throw end;
        } catch (RejectException refused) {
            session.sendResponse(refused.getErrorResponse());
        }
    }

    private static String added(String command, Session session) throws RejectException {
        if (!session.isMailTransactionInProgress()) {
            return NEED_MAIL;
        }
        if (session.getRecipientCount() >= session.getServer().getMaxRecipients()) {
            return "452 4.5.3 too many recipients, begin another message for the rest";
        }
        Optional<MailPath> recipient = MailPath.in(command, "RCPT TO:");
        if (recipient.isEmpty() || recipient.get().address().isEmpty()) {
            return "501 5.5.4 wanted is RCPT TO:<address>";
        }
        session.getMessageHandler().recipient(recipient.get().address());
        session.addRecipient(recipient.get().address());
        return "250 2.1.5 go on";
    }

    /** One reply for each recipient that was accepted, also for one that was named twice: the sender counts them. */
    static void data(Session session) throws IOException, DropConnectionException {
        int recipients = session.getRecipientCount();
        if (recipients == 0) {
            session.sendResponse(
                    session.isMailTransactionInProgress() ? "503 5.5.1 nobody is there to take it" : NEED_MAIL);
            return;
        }
        session.sendResponse("354 end with a dot on a line of its own");
        String reply;
        try {
            reply = "250 " + session.getMessageHandler().data(message(session));
        } catch (DropConnectionException end) {
            // The last one goes out with the end of the connection.
            answer(session, end.getErrorResponse(), recipients - 1);
            throw end;
        } catch (RejectException refused) {
            reply = refused.getErrorResponse();
        }
        session.resetMailTransaction();
        answer(session, reply, recipients);
    }

    private static InputStream message(Session session) {
        return new DotUnstuffingInputStream(new DotTerminatedInputStream(session.getRawInput()));
    }

    private static void answer(Session session, String reply, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            session.sendResponse(reply);
        }
    }
}
