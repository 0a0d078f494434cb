package offlist.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Map;
import java.util.Optional;

/** Keeps the framework's meters within the rules that {@code promtool check metrics} has. */
final class FrameworkMeters implements MeterFilter {
    /** Counts nanoseconds, which is no base unit; {@code process_cpu_usage} says the same. */
    private static final String CPU_TIME = "process.cpu.time";

    /** {@code _count} belongs to histograms. */
    private static final Map<String, String> RENAMED = Map.of("system.cpu.count", "system.cpus");

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return id.getName().equals(CPU_TIME) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        String name = RENAMED.getOrDefault(id.getName(), id.getName());
        String help = Optional.ofNullable(id.getDescription())
                .filter(text -> !text.isBlank())
                .orElse("Of the framework: " + name.replace('.', ' ') + ".");
        return new Meter.Id(name, Tags.of(id.getTags()), id.getBaseUnit(), help, id.getType());
    }
}
