package offlist.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The configuration of the demo, as a user would write it. */
final class DemoSettings {
    private DemoSettings() {}

    static String yaml(String resolver) {
        return String.format(Locale.ROOT, """
                # What `./offlist demo` runs with. A configuration of your own looks the same: your addresses under pools,
                # shipped lists under lists.use; then `./offlist run --config FILE`.
                interval: 5s
                resolvers: ["%s"]
                pools:
                  - name: transactional
                    labels: {team: shop}
                    addresses: [192.0.2.10-192.0.2.19, "2001:db8::1", "2001:db8::2"]
                  - name: newsletter
                    labels: {team: marketing}
                    addresses: [192.0.2.20-192.0.2.29, "2001:db8::3", "2001:db8::4"]
                lists:
                  use: []
                  custom:
                %s
                # A demo is shorter than a day: what came and went a round ago does not make a pair flap.
                confirm: {flapping: {within: 1m}}
                removal: {organisation: Example Ltd, contact: postmaster@example.com}
                """, resolver, lists());
    }

    private static String lists() {
        return Arrays.stream(DemoList.values()).map(DemoSettings::list).collect(Collectors.joining("\n"));
    }

    private static String list(DemoList list) {
        return String.format(
                Locale.ROOT,
                """
                    - id: %s
                      name: %s
                      operator: Offlist demo
                      zone: %s
                      severity: %s
                      codes:
                        - {match: %s, effect: error, reason: query-blocked, because: too-many-queries,
                           meaning: query quota exceeded}
                %s
                      removal:
                        methods: [self-service, email, auto-expiry]
                        email: %s
                        lookup-url: "%s"
                        removal-url: "%s"
                        preconditions: [find what caused the listing, stop it]
                        auto-expiry: within a minute, this is a demo
                        auto-expiry-after: 1m
                        typical-time: half a minute""",
                list.id(),
                list.title(),
                list.zone(),
                list.severity(),
                DemoList.REFUSAL,
                codes(list),
                list.mail(),
                list.link("lookup", "{ip}"),
                list.link("remove", "{ip}"));
    }

    private static String codes(DemoList list) {
        return list.causes().stream()
                .map(cause -> String.format(
                        Locale.ROOT,
                        "        - {match: %s, effect: listed, reason: %s, meaning: %s}",
                        cause.code(),
                        cause.reason(),
                        cause.words()))
                .collect(Collectors.joining("\n"));
    }
}
