package offlist.bounce.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import offlist.bounce.SourceSettings;
import offlist.bounce.SourceSettings.Tls;

/** How a server is spoken to: time-outs, and whom to believe. */
final class ImapConnection {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration READ = Duration.ofSeconds(10);

    private ImapConnection() {}

    static Properties properties(SourceSettings.Imap settings) throws IOException {
        Properties properties = new Properties();
        properties.put("mail.imap.connectiontimeout", String.valueOf(CONNECT.toMillis()));
        properties.put("mail.imap.timeout", String.valueOf(READ.toMillis()));
        properties.put("mail.imap.ssl.enable", String.valueOf(settings.tls() == Tls.IMPLICIT));
        properties.put("mail.imap.starttls.enable", String.valueOf(settings.tls() == Tls.STARTTLS));
        properties.put("mail.imap.starttls.required", String.valueOf(settings.tls() == Tls.STARTTLS));
        properties.put("mail.imap.ssl.checkserveridentity", "true");
        properties.put("mail.imap.socketFactory.fallback", "false");
        if (settings.ca().isPresent() && settings.tls() != Tls.NONE) {
            properties.put("mail.imap.ssl.socketFactory", trusting(settings.ca().get()));
        }
        return properties;
    }

    private static SSLSocketFactory trusting(Path ca) throws IOException {
        try (InputStream file = Files.newInputStream(ca)) {
            KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
            believed.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                believed.setCertificateEntry("ca" + number++, certificate);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(believed);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificates of " + ca + " cannot be read: " + e.getMessage(), e);
        }
    }
}
