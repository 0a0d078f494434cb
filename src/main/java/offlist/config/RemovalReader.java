package offlist.config;

import java.util.Optional;
import offlist.delist.RemovalSettings;
import offlist.yaml.YamlMap;

/** Reads the section {@code removal}. */
final class RemovalReader {
    private static final int LONGEST = 200;

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
        section.done();
        return new RemovalSettings(organisation, contact);
    }

    private static boolean unfit(String text) {
        return text.isBlank() || text.length() > LONGEST || !text.matches("\\P{Cntrl}*");
    }
}
