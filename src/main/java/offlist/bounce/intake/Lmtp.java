package offlist.bounce.intake;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import offlist.bounce.message.MessageReader;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.internal.server.CommandHandler;
import org.subethamail.smtp.server.Session;

/**
 * LMTP (RFC 2033) at the port that speaks SMTP. Who greets with LHLO speaks LMTP until the session ends, who greets with EHLO or HELO
 * speaks SMTP, and neither can change: so nobody gets the other one's number of replies.
 */
final class Lmtp {
    private static final int SMTP_PORT = 25;
    private static final String NOT_OFFERED = "502 5.5.1 that is not offered here";

    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();

    /** LMTP must not be spoken at SMTP's own port (RFC 2033 section 5). */
    static boolean isAllowedAt(int port) {
        return port != SMTP_PORT;
    }

    /** Adds it to what a server knows of SMTP. */
    void teach(CommandHandler handler) {
        handler.addCommand(new Spoken("LHLO", null, this::greet));
        for (String greeting : Set.of("HELO", "EHLO")) {
            // RFC 2033 section 4.1 recommends 500.
            speak(handler, greeting, (line, session) -> session.sendResponse("500 5.5.1 LMTP was begun with LHLO"));
        }
        speak(handler, "MAIL", LmtpTransaction::mail);
        speak(handler, "RCPT", LmtpTransaction::rcpt);
        speak(handler, "DATA", (line, session) -> LmtpTransaction.data(session));
        speak(handler, "RSET", (line, session) -> {
            session.resetMailTransaction();
            session.sendResponse("250 2.0.0 forgotten");
        });
        speak(handler, "NOOP", (line, session) -> session.sendResponse("250 2.0.0 here"));
        speak(handler, "QUIT", (line, session) -> {
            session.sendResponse("221 2.0.0 bye");
            session.quit();
        });
        for (String other : Set.of("VRFY", "EXPN", "HELP", "AUTH", "STARTTLS")) {
            speak(handler, other, (line, session) -> session.sendResponse(NOT_OFFERED));
        }
        // A message follows at once; nothing in it may pass for a command.
        speak(handler, "BDAT", (line, session) -> {
            throw new DropConnectionException(502, "5.5.1 that is not offered here");
        });
    }

    void ended(Session session) {
        sessions.remove(session);
    }

    private void speak(CommandHandler handler, String verb, Part lmtp) {
        handler.addCommand(new Spoken(verb, handler.getCommand(verb), lmtp));
    }

    private void greet(String line, Session session) throws IOException {
        String[] words = BaseCommand.getArgs(line);
        if (words.length < 2) {
            session.sendResponse("501 5.5.4 wanted is LHLO and a name");
        } else if (session.getHelo().isPresent() && !sessions.contains(session)) {
            session.sendResponse("503 5.5.1 SMTP was begun with EHLO or HELO");
        } else {
            sessions.add(session);
            session.resetMailTransaction();
            session.setHelo(words[1]);
            session.sendResponse(String.join(
                    "\r\n",
                    "250-" + session.getServer().getHostName(),
                    "250-PIPELINING",
                    "250-ENHANCEDSTATUSCODES",
                    "250-8BITMIME",
                    "250-SMTPUTF8",
                    "250 SIZE " + MessageReader.LARGEST));
        }
    }

    /** What one command does in LMTP. */
    @FunctionalInterface
    private interface Part {
        void play(String line, Session session) throws IOException, DropConnectionException;
    }

    /** A command that does one thing in SMTP and another in LMTP. */
    private final class Spoken extends BaseCommand {
        private final @Nullable Command smtp;
        private final Part lmtp;

        Spoken(String verb, @Nullable Command smtp, Part lmtp) {
            super(verb, "");
            this.smtp = smtp;
            this.lmtp = lmtp;
        }

        @Override
        public void execute(String line, Session session) throws IOException, DropConnectionException {
            if (smtp == null || sessions.contains(session)) {
                lmtp.play(line, session);
            } else {
                smtp.execute(line, session);
            }
        }
    }
}
