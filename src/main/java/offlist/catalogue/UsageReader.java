package offlist.catalogue;

import offlist.yaml.YamlMap;

/** Reads what an operator allows. */
final class UsageReader {

    private UsageReader() {}

    static UsagePolicy read(YamlMap section) {
        UsagePolicy usage = new UsagePolicy(
                section.integer("free-limit-per-day", 1, Integer.MAX_VALUE),
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
