package offlist.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;

/** Keeps the framework's meters within the rules that {@code promtool check metrics} has. */
final class FrameworkMeters implements MeterFilter {
    @Override
    public Meter.Id map(Meter.Id id) {
        String help = id.getDescription();
        return help == null || help.isBlank() ? described(id) : id;
    }

    private static Meter.Id described(Meter.Id id) {
        String help = "Of the framework: " + id.getName().replace('.', ' ') + ".";
        return new Meter.Id(id.getName(), Tags.of(id.getTags()), id.getBaseUnit(), help, id.getType());
    }
}
