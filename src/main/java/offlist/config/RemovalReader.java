package offlist.config;

import java.util.Optional;
import offlist.delist.RemovalSettings;
import offlist.ready.ReadinessSettings;
import offlist.yaml.YamlMap;

/** Reads the section {@code removal}. */
final class RemovalReader {
    private static final int LONGEST = 200;
    private static final int HIGHEST_PORT = 65_535;

    private RemovalReader() {}

    static RemovalSettings read(YamlMap section) {
        Optional<String> organisation = section.optionalText("organisation");
        if (organisation.filter(RemovalReader::unfit).isPresent()) {
            section.problem("organisation", "a name on one line of at most " + LONGEST + " characters is wanted");
        }
        Optional<String> contact = section.optionalText("contact");
        if (contact.filter(text -> !MailAddress.isOne(text)).isPresent()) {
            section.problem("contact", "a mail address such as `postmaster@example.com` is wanted");
        }
        ReadinessSettings readiness = readiness(section.section("readiness"));
        section.done();
        return new RemovalSettings(organisation, contact, readiness);
    }

    private static ReadinessSettings readiness(YamlMap section) {
        ReadinessSettings usual = ReadinessSettings.DEFAULT;
        ReadinessSettings readiness = new ReadinessSettings(
                section.bool("enabled", usual.enabled()),
                section.bool("greeting", usual.greeting()),
                section.bool("open-relay", usual.openRelay()),
                section.integer("port", 1, HIGHEST_PORT, usual.port()));
        if (!readiness.enabled() && readiness.connects()) {
            section.problem("enabled", "`greeting` and `open-relay` need `enabled: true`");
        }
        section.done();
        return readiness;
    }

    private static boolean unfit(String text) {
        return text.isBlank() || text.length() > LONGEST || !text.matches("\\P{Cntrl}*");
    }
}
