package offlist.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import offlist.alert.MailSettings;
import offlist.alert.MailSettings.Tls;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.yaml.Secret;
import offlist.yaml.YamlMap;

/** Reads the section {@code mail}. */
final class MailReader {
    private static final int SMTP = 25;
    private static final int SMTPS = 465;
    private static final int HIGHEST_PORT = 65_535;

    private final YamlMap section;

    private MailReader(YamlMap section) {
        this.section = section;
    }

    static MailSettings read(YamlMap section) {
        return new MailReader(section).read();
    }

    private MailSettings read() {
        String host = section.text("host");
        if (section.has("host")
                && IpAddress.tryParse(host).isEmpty()
                && DomainName.tryParse(host).isEmpty()) {
            section.problem("host", "the name or the address of a mail relay is wanted");
        }
        Tls tls = section.enumeration("tls", Tls.class, usual(host));
        int port = section.integer("port", 1, HIGHEST_PORT, tls == Tls.IMPLICIT ? SMTPS : SMTP);
        String from = section.text("from");
        if (section.has("from") && !MailAddress.isOne(from)) {
            section.problem("from", "a mail address such as `offlist@example.com` is wanted");
        }
        Optional<String> username = section.optionalText("username");
        Optional<Secret> password = section.secret("password");
        Optional<Path> ca = section.file("ca");
        ca.filter(file -> !Files.isReadable(file))
                .ifPresent(file -> section.problem("ca", "the file " + file + " cannot be read"));
        checkLogin(tls);
        section.done();
        return new MailSettings(host, port, from, tls, username, password, ca);
    }

    /** A password goes to nobody but the relay, unless it does not leave the machine. */
    private Tls usual(String host) {
        return section.has("password") && !Loopback.is(host) ? Tls.STARTTLS : Tls.OPPORTUNISTIC;
    }

    private void checkLogin(Tls tls) {
        if (section.has("username") != section.has("password")) {
            section.problems().add(section, "`username` and `password` belong together");
        }
        if (section.has("password") && section.has("tls") && (tls == Tls.NONE || tls == Tls.OPPORTUNISTIC)) {
            section.problems()
                    .warn(section, "the password may be sent without TLS; better `tls: starttls` or `tls: implicit`");
        }
    }
}
