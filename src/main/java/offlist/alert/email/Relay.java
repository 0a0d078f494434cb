package offlist.alert.email;

import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import offlist.alert.MailSettings;
import offlist.alert.MailSettings.Tls;
import offlist.yaml.Secret;

/** How the relay is spoken to. */
final class Relay {
    private Relay() {}

    static MailConfig config(MailSettings settings, Duration patience) {
        int millis = Math.toIntExact(patience.toMillis());
        MailConfig config = new MailConfig()
                .setHostname(settings.host())
                .setPort(settings.port())
                // The client would otherwise look its own name up, which may take long.
                .setOwnHostname(MailHeaders.domain(settings.from()))
                .setUserAgent("offlist")
                .setKeepAlive(false)
                // Not what the client knows beyond these: it would offer the password as an OAuth token.
                .setAuthMethods("CRAM-MD5 PLAIN LOGIN");
        config.setConnectTimeout(millis);
        config.setIdleTimeout(millis).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        protect(config, settings.tls());
        settings.ca().ifPresent(file -> config.setPemTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        settings.username()
                .ifPresentOrElse(
                        user -> config.setLogin(LoginOption.REQUIRED)
                                .setUsername(user)
                                .setPassword(
                                        settings.password().map(Secret::reveal).orElse("")),
                        () -> config.setLogin(LoginOption.DISABLED));
        return config;
    }

    /**
     * The client compares the name in the certificate where it has to be believed. It must not be told to: version 4.5.25 takes a
     * name of an algorithm as the wish to compare nothing.
     */
    private static void protect(MailConfig config, Tls tls) {
        switch (tls) {
            case NONE -> config.setStarttls(StartTLSOptions.DISABLED);
            // RFC 7435: some protection is better than none, so any certificate will do.
            case OPPORTUNISTIC -> config.setStarttls(StartTLSOptions.OPTIONAL).setTrustAll(true);
            case STARTTLS -> config.setStarttls(StartTLSOptions.REQUIRED);
            case IMPLICIT -> config.setStarttls(StartTLSOptions.DISABLED).setSsl(true);
        }
    }

    /** A relay that repeats what it was told does not get the password into the log. */
    static String conceal(MailSettings settings, String words) {
        return settings.password()
                .map(Secret::reveal)
                .filter(password -> !password.isEmpty())
                .map(password -> words.replace(password, "***").replace(base64(password), "***"))
                .orElse(words);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
