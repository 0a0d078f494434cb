package offlist.config;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import offlist.bounce.SourceSettings;
import offlist.pool.DomainName;
import offlist.pool.IpAddress;
import offlist.yaml.YamlMap;

/** Reads {@code bounces.listen}. */
final class ListenReader {
    private static final String HERE = "127.0.0.1";
    private static final int USUAL = 2525;
    private static final int HIGHEST_PORT = 65_535;

    private ListenReader() {}

    static Optional<SourceSettings> read(YamlMap section) {
        String text = section.text("address", HERE);
        Optional<IpAddress> address = IpAddress.tryParse(text);
        if (address.isEmpty()) {
            section.problem("address", "an address of this machine is wanted, such as " + HERE);
        }
        int port = section.integer("port", 1, HIGHEST_PORT, USUAL);
        boolean anywhere = section.bool("anywhere", false);
        if (address.isPresent() && !anywhere && !Loopback.is(text)) {
            section.problem("address", "other machines reach it there; if they should, say `anywhere: true`");
        }
        Set<String> recipients = new LinkedHashSet<>();
        for (String name : section.texts("for")) {
            if (!MailAddress.isOne(name) && DomainName.tryParse(name).isEmpty()) {
                section.problem("for", "`" + name + "` is neither a mail address nor a domain");
            }
            recipients.add(name.toLowerCase(Locale.ROOT));
        }
        section.done();
        return address.map(known -> new SourceSettings.Listen(known, port, recipients));
    }
}
