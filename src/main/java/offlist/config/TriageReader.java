package offlist.config;

import offlist.triage.CallSettings;
import offlist.yaml.YamlMap;

/** Reads the section {@code triage}. */
final class TriageReader {
    private static final int MOST_CALLS = 10_000;
    private static final int LAST_PORT = 65_535;

    private TriageReader() {}

    static CallSettings read(YamlMap section) {
        CallSettings usual = CallSettings.DEFAULT;
        CallSettings settings = new CallSettings(
                section.bool("call-servers", usual.enabled()),
                section.bool("internal", usual.internal()),
                section.integer("per-hour", 1, MOST_CALLS).orElse(usual.perHour()),
                section.integer("port", 1, LAST_PORT).orElse(usual.port()),
                usual.patience());
        boolean vain = section.has("internal") || section.has("per-hour") || section.has("port");
        if (vain && !settings.enabled()) {
            section.problem("call-servers", "`internal`, `per-hour` and `port` need `call-servers: true`");
        }
        section.done();
        return settings;
    }
}
