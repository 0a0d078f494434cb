package offlist.catalogue;

import java.util.Optional;
import offlist.yaml.YamlMap;
import offlist.yaml.YamlText;

/** Reads what an operator allows. */
final class UsageReader {

    private UsageReader() {}

    /** A name like that of a list, as it is kept in the store. */
    private static Optional<String> sharedLimit(YamlMap section) {
        Optional<String> name = section.textNode("shared-limit").map(YamlText::value);
        if (name.isPresent() && name.flatMap(ListId::parse).isEmpty()) {
            section.problem("shared-limit", "a name has lower-case letters, digits, `.`, `_` and `-` only");
            return Optional.empty();
        }
        return name;
    }

    static UsagePolicy read(YamlMap section) {
        UsagePolicy usage = new UsagePolicy(
                section.integer("free-limit-per-day", 1, Integer.MAX_VALUE),
                sharedLimit(section),
                section.enumeration("public-resolvers", PublicResolvers.class, PublicResolvers.UNKNOWN),
                section.enumeration("registration", Registration.class, Registration.NONE),
                section.enumeration("cost", Cost.class, Cost.FREE),
                section.duration("interval"),
                section.duration("ttl"),
                section.rate("rate"),
                section.text("updates", ""),
                section.text("note", ""));
        section.done();
        return usage;
    }
}
