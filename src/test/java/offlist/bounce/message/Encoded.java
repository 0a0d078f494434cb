package offlist.bounce.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** A part of words, in a charset that has all of them, encoded in one of the ways there are. */
final class Encoded {
    private static final List<String> CHARSETS =
            List.of("us-ascii", "iso-8859-1", "windows-1252", "koi8-r", "gb18030", "iso-2022-jp", "utf-16");

    private Encoded() {}

    static String part(String type, String words, RandomGenerator random) {
        String wanted = CHARSETS.get(random.nextInt(CHARSETS.size()));
        boolean has =
                random.nextInt(3) == 0 && Charset.forName(wanted).newEncoder().canEncode(words);
        String charset = has ? wanted : "utf-8";
        String encoding =
                has ? "base64" : List.of("8bit", "quoted-printable", "base64").get(random.nextInt(3));
        return "Content-Type: " + type + "; charset=" + (random.nextBoolean() ? charset : "\"" + charset + "\"")
                + "\nContent-Transfer-Encoding: " + encoding + "\n\n" + encoded(words, charset, encoding) + "\n";
    }

    private static String encoded(String words, String charset, String encoding) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = MimeUtility.encode(bytes, encoding)) {
            out.write(words.getBytes(Charset.forName(charset)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(encoding, e);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
