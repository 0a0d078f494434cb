package offlist.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import offlist.testing.OfflistHome;

/** A list of the operator's own that takes requests on a page and by mail, and wants no second one within 14 days. */
final class PartnerList {
    static final String ZONE = "bl.partner.example";
    static final String MAIL = "removals@partner.example";

    private static final String USED = """
            interval: %1$ds
            catalogue: catalogue
            lists: {use: [partner], override: {partner: {interval: %1$ds}}}
            """;
    private static final String FILE = """
            lists:
              - id: partner
                zone: bl.partner.example
                name: Partner Block List
                kinds: [ipv4]
                profile: core
                usage: {rate: 100/s}
                codes: [{match: 127.0.0.2, effect: listed, reason: spam-source, meaning: sent spam}]
                removal:
                  methods: [self-service, email]
                  email: removals@partner.example
                  removal-url: https://partner.example/remove?ip={ip}
                  typical-time: a day
                  typical-after: 1d
                  cooldown-after: 14d
            """;

    private PartnerList() {}

    /** @param further what else is configured: resolvers, pools and the like */
    static void configure(OfflistHome home, String further) throws IOException {
        configure(home, Duration.ofSeconds(1), further);
    }

    /** @param interval between two turns */
    static void configure(OfflistHome home, Duration interval, String further) throws IOException {
        home.configure(USED.formatted(interval.toSeconds()) + further);
        Path catalogue = Files.createDirectory(home.data().resolveSibling("catalogue"));
        Files.writeString(catalogue.resolve("partner.yaml"), FILE);
    }
}
