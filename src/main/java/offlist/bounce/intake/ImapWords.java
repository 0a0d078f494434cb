package offlist.bounce.intake;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import offlist.bounce.SourceSettings;

/** What went wrong with a server, for people; the password is not among it, whatever the server says. */
final class ImapWords {
    private static final int LONGEST = 200;

    private ImapWords() {}

    static String of(MessagingException e, SourceSettings.Imap settings) {
        Throwable root = e;
        boolean untrusted = false;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
            untrusted |= root instanceof SSLException;
        }
        String said = shortened(
                String.valueOf(root.getMessage()).replace(settings.password().reveal(), "***"));
        if (e instanceof AuthenticationFailedException) {
            return "the server does not accept user and password: " + said;
        }
        if (e instanceof FolderNotFoundException) {
            return "there is no folder " + settings.folder();
        }
        if (untrusted) {
            return "no trusted connection: " + said;
        }
        return switch (root) {
            case UnknownHostException unknown -> "the name of the server is not known";
            case ConnectException refused -> "the server cannot be reached: " + said;
            default -> said;
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
