package offlist.catalogue;

import java.util.List;
import java.util.Optional;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/** Reads a removal procedure. */
final class RemovalReader {

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
                section.optionalText("email"),
                section.texts("preconditions"),
                section.text("auto-expiry", ""),
                section.duration("auto-expiry-after"),
                section.text("typical-time", ""),
                section.text("cooldown", ""),
                section.texts("warnings"));
        section.done();
        return removal;
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
