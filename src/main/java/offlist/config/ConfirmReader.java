package offlist.config;

import java.time.Duration;
import offlist.track.ConfirmSettings;
import offlist.track.Flapping;
import offlist.track.Mass;
import offlist.yaml.YamlMap;

/** Reads how sure the operator wants to be. */
final class ConfirmReader {
    private static final int MOST_LOOKS = 5;
    private static final int MOST_OPENINGS = 100;
    private static final int MOST_TARGETS = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(30);

    private ConfirmReader() {}

    static ConfirmSettings read(YamlMap confirm) {
        int looks = confirm.integer("looks", 1, MOST_LOOKS, ConfirmSettings.DEFAULT.looks());
        Flapping flapping = flapping(confirm.section("flapping"));
        Mass mass = mass(confirm.section("mass"));
        confirm.done();
        return new ConfirmSettings(looks, flapping, mass);
    }

    private static Flapping flapping(YamlMap section) {
        int openings = section.integer("openings", 2, MOST_OPENINGS, Flapping.DEFAULT.openings());
        Duration within = duration(section, "within", Flapping.DEFAULT.within());
        Duration calm = duration(section, "calm", Flapping.DEFAULT.calm());
        section.done();
        return new Flapping(openings, within, calm);
    }

    private static Duration duration(YamlMap section, String key, Duration otherwise) {
        return Bounds.duration(section, key, Duration.ZERO, LONGEST).orElse(otherwise);
    }

    private static Mass mass(YamlMap section) {
        int targets = section.integer("addresses", 2, MOST_TARGETS, Mass.DEFAULT.targets());
        double share = section.share("share").orElse(Mass.DEFAULT.share());
        section.done();
        return new Mass(targets, share);
    }
}
