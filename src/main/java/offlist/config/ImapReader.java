package offlist.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import offlist.bounce.SourceSettings;
import offlist.bounce.SourceSettings.Tls;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.yaml.Secret;
import offlist.yaml.YamlMap;

/** Reads {@code imap} of a source of bounces. */
final class ImapReader {
    private static final int IMAP = 143;
    private static final int IMAPS = 993;
    private static final int HIGHEST_PORT = 65_535;
    /** A line break would be a second command. */
    private static final String PLAIN = "\\P{Cntrl}{1,255}";

    private ImapReader() {}

    static Optional<SourceSettings> read(YamlMap section) {
        String host = section.text("host");
        if (section.has("host")
                && IpAddress.tryParse(host).isEmpty()
                && DomainName.tryParse(host).isEmpty()) {
            section.problem("host", "the name or the address of a server is wanted");
        }
        Tls tls = section.enumeration("tls", Tls.class, Tls.IMPLICIT);
        if (tls == Tls.NONE && !Loopback.is(host)) {
            section.problem(
                    "tls", "without TLS everybody on the way reads the password; that is for this machine only");
        }
        int port = section.integer("port", 1, HIGHEST_PORT, tls == Tls.IMPLICIT ? IMAPS : IMAP);
        String user = plain(section, "user", section.text("user"));
        String folder = plain(section, "folder", section.text("folder", "INBOX"));
        section.needs("password");
        Optional<Secret> password = section.secret("password");
        Optional<Path> ca = section.file("ca");
        ca.filter(file -> !Files.isReadable(file))
                .ifPresent(file -> section.problem("ca", "the file " + file + " cannot be read"));
        section.done();
        return password.map(secret -> new SourceSettings.Imap(host, port, user, secret, folder, tls, ca));
    }

    private static String plain(YamlMap section, String key, String text) {
        if (section.has(key) && !text.matches(PLAIN)) {
            section.problem(key, "up to 255 characters are wanted, and no line breaks");
        }
        return text;
    }
}
