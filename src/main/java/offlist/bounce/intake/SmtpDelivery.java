package offlist.bounce.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import offlist.bounce.message.MessageReader;
import offlist.store.StoreException;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One message that comes by SMTP or LMTP, and what is answered. */
final class SmtpDelivery implements MessageHandler {
    /** What is sent beyond the largest message is read and thrown away, so that the answer can be heard; but not for ever. */
    private static final long PATIENCE = 64L << 20;

    private static final int BLOCK = 64 * 1024;

    private final AcceptedRecipients recipients;
    private final Consumer<byte[]> taker;
    private final Consumer<String> trouble;
    private final Runnable reset;

    /** @param reset ends the transaction, which the library does only for a message that is taken */
    SmtpDelivery(AcceptedRecipients recipients, Consumer<byte[]> taker, Consumer<String> trouble, Runnable reset) {
        this.recipients = recipients;
        this.taker = taker;
        this.trouble = trouble;
        this.reset = reset;
    }

    /** A bounce has no sender. */
    @Override
    public void from(String sender) {}

    @Override
    public void recipient(String recipient) throws RejectException {
        if (!recipients.include(recipient)) {
            throw new RejectException(550, "5.1.1 no bounces are taken for this address");
        }
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
        byte[] message = data.readNBytes(MessageReader.LARGEST);
        long more = drained(data);
        if (more > PATIENCE) {
            throw new DropConnectionException(552, "5.3.4 the message is too large");
        }
        if (more > 0) {
            throw refused(552, "5.3.4 the message is too large");
        }
        keep(message);
        return "2.0.0 kept";
    }

    private static long drained(InputStream data) throws IOException {
        byte[] block = new byte[BLOCK];
        long sum = 0;
        int read = data.read(block);
        while (read >= 0 && sum <= PATIENCE) {
            sum += read;
            read = data.read(block);
        }
        return sum;
    }

    /** Whatever goes wrong, the sender still has the message and will come again. */
    private void keep(byte[] message) throws RejectException {
        try {
            taker.accept(message);
        } catch (StoreException e) {
            trouble.accept(String.valueOf(e.getMessage()));
            throw refused(451, "4.3.0 it could not be kept, come again later");
        } catch (RuntimeException | StackOverflowError e) {
            trouble.accept(e.toString());
            throw refused(451, "4.3.0 it could not be read, come again later");
        }
    }

    /** The next message begins with MAIL, whatever became of this one (RFC 5321 section 4.1.1.4). */
    private RejectException refused(int code, String words) {
        reset.run();
        return new RejectException(code, words);
    }

    @Override
    public void done() {}
}
