package offlist.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.delist.RemovalSettings;
import offlist.delist.RequestMail;
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
        RequestMail mail = mail(section.section("mail"));
        if (mail.send() && contact.isEmpty()) {
            section.problem("mail", "`send: true` needs a `contact` to send from");
        }
        section.done();
        return new RemovalSettings(organisation, contact, readiness, mail);
    }

    private static RequestMail mail(YamlMap section) {
        boolean send = section.bool("send", false);
        YamlMap given = section.section("addresses");
        Map<ListId, String> addresses = new LinkedHashMap<>();
        given.keys()
                .forEach(list -> given.optionalText(list).ifPresent(address -> {
                    Optional<ListId> id = ListId.parse(list);
                    if (id.isEmpty() || !MailAddress.isOne(address)) {
                        given.problem(
                                list, "the id of a list and a mail address such as `removals@example.com` are wanted");
                    }
                    id.ifPresent(known -> addresses.put(known, address));
                }));
        given.done();
        section.done();
        return new RequestMail(send, addresses);
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
