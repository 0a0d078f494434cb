package offlist.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/** Reads a removal procedure. */
final class RemovalReader {

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,63}");

    private RemovalReader() {}

    static RemovalProcedure read(YamlMap section) {
        List<RemovalMethod> methods = section.enumerations("methods", RemovalMethod.class);
        if (methods.isEmpty()) {
            section.needs("methods");
        }
        RemovalProcedure removal = new RemovalProcedure(
                methods,
                link(section, "lookup-url"),
                link(section, "removal-url"),
                email(section),
                section.texts("preconditions"),
                section.text("auto-expiry", ""),
                section.duration("auto-expiry-after"),
                section.text("typical-time", ""),
                section.text("cooldown", ""),
                positive(section, "cooldown-after"),
                positive(section, "typical-after"),
                section.bool("once", false),
                section.texts("warnings"));
        section.done();
        return removal;
    }

    /** Requests may be sent there, so it has to be an address and nothing else. */
    static Optional<String> email(YamlMap section) {
        Optional<String> email = section.optionalText("email");
        if (email.isPresent() && !ADDRESS.matcher(email.get()).matches()) {
            section.problem("email", "a mail address is wanted, such as `removal@example.com`");
            return Optional.empty();
        }
        return email;
    }

    private static Optional<Duration> positive(YamlMap section, String key) {
        Optional<Duration> time = section.duration(key);
        if (time.isPresent() && !time.get().isPositive()) {
            section.problem(key, "must be longer than nothing");
        }
        return time;
    }

    static Optional<LinkTemplate> link(YamlMap section, String key) {
        Optional<YamlText> text = section.textNode(key);
        Optional<LinkTemplate> link = text.map(YamlText::value).flatMap(LinkTemplate::parse);
        if (text.isPresent() && link.isEmpty()) {
            section.problem(key, "a web address is wanted, with `{ip}` or `{domain}` as its only slots");
        }
        return link;
    }
}
