package offlist.app;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import offlist.alert.AlertKind;
import offlist.alert.AlertLabels;
import offlist.alert.AlertSettings;
import offlist.alert.Preview;
import offlist.alert.Preview.Hearer;
import offlist.catalogue.DnsList;
import offlist.catalogue.ListId;
import offlist.catalogue.Severity;
import offlist.config.Settings;
import offlist.pool.IpAddress;
import offlist.pool.PoolName;
import offlist.pool.PoolSettings;
import offlist.yaml.Durations;
import offlist.yaml.Nearest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which receivers would be told of an alert, and why. */
@Command(
        name = "route",
        description = "Shows which receivers would be told of a listing, and why.",
        mixinStandardHelpOptions = true)
final class AlertRouteCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--address", description = "The listed address.")
    private @Nullable String address;

    @Option(names = "--list", description = "The list it is on.")
    private @Nullable String list;

    @Option(names = "--pool", description = "Its pool; else those that hold it in the configuration file.")
    private @Nullable String pool;

    @Option(names = "--severity", description = "How bad it is; else what the list says.")
    private @Nullable String severity;

    @Option(names = "--reason", description = "Why it is listed.")
    private @Nullable String reason;

    @Option(names = "--kind", defaultValue = "listing", description = "What it is about; else a listing.")
    private String kind = "listing";

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        try (OneShot oneShot = new OneShot(config.file(), command.getErr())) {
            Settings settings = oneShot.settings();
            print(Preview.labels(labels(settings)), settings.alert(), command.getOut());
            return 0;
        }
    }

    private Map<String, List<String>> labels(Settings settings) {
        Optional<DnsList> known = Optional.ofNullable(list).map(name -> known(settings, name));
        List<String> pools = pool != null ? List.of(pool) : pools(settings, address);
        Map<String, List<String>> labels = new LinkedHashMap<>();
        labels.put(AlertLabels.POOL, pools);
        put(labels, AlertLabels.KIND, kind(kind));
        put(
                labels,
                AlertLabels.ADDRESS,
                address == null ? null : address(address).text());
        put(labels, AlertLabels.LIST, list);
        put(
                labels,
                AlertLabels.SEVERITY,
                severity != null
                        ? severity
                        : known.map(each -> severity(settings, each, pools).label())
                                .orElse(null));
        put(labels, AlertLabels.REASON, reason);
        return labels;
    }

    private static Severity severity(Settings settings, DnsList list, List<String> pools) {
        List<PoolName> names =
                pools.stream().filter(PoolName::isName).map(PoolName::new).toList();
        return list.type().bad() ? settings.severities().of(list.id(), names, list.severity()) : Severity.INFORMATIONAL;
    }

    private static void put(Map<String, List<String>> labels, String label, @Nullable String value) {
        if (value != null) {
            labels.put(label, List.of(value));
        }
    }

    private static String kind(String text) {
        List<String> kinds = java.util.Arrays.stream(AlertKind.values())
                .map(AlertKind::label)
                .toList();
        if (!kinds.contains(text)) {
            throw new CommandError(
                    CommandError.Exit.USAGE, "there is no kind `" + text + "`, known: " + String.join(", ", kinds));
        }
        return text;
    }

    private static IpAddress address(String text) {
        return IpAddress.tryParse(text)
                .orElseThrow(() -> new CommandError(CommandError.Exit.USAGE, "`" + text + "` is not an address"));
    }

    private static DnsList known(Settings settings, String name) {
        return ListId.parse(name)
                .flatMap(settings.lists().catalogue()::list)
                .orElseThrow(() -> new CommandError(
                        CommandError.Exit.USAGE,
                        "there is no list `" + name + "`"
                                + Nearest.hint(
                                        name,
                                        settings.lists().catalogue().lists().stream()
                                                .map(each -> each.id().value())
                                                .toList())));
    }

    /** Of what stands in the file: nobody is asked. */
    private static List<String> pools(Settings settings, @Nullable String address) {
        Optional<IpAddress> wanted = Optional.ofNullable(address).map(AlertRouteCommand::address);
        return settings.pools().stream()
                .filter(each -> wanted.filter(ip -> holds(each, ip)).isPresent())
                .map(each -> each.name().value())
                .toList();
    }

    private static boolean holds(PoolSettings pool, IpAddress address) {
        return pool.addresses().stream().anyMatch(range -> range.contains(address));
    }

    private static void print(AlertLabels labels, AlertSettings settings, PrintWriter out) {
        out.println("Of an alert with " + words(labels) + ":");
        List<Hearer> hearers = Preview.hearers(settings, labels, Instant.now());
        if (hearers.isEmpty()) {
            out.println("nobody is told, as no receiver is configured.");
            return;
        }
        Table table = new Table("RECEIVER", "BECAUSE OF", "ONE MESSAGE FOR EACH", "WAIT", "NEWS", "REMINDER", "NOW");
        hearers.forEach(hearer -> table.row(
                hearer.receiver(),
                hearer.way().isEmpty() ? "the root" : String.join(" > ", hearer.way()),
                String.join(", ", hearer.group()),
                Durations.print(hearer.groupWait()),
                Durations.print(hearer.interval()),
                Durations.print(hearer.repeat()),
                hearer.quiet() ? "mute" : "told"));
        out.print(table.text());
    }

    private static String words(AlertLabels labels) {
        List<String> words = new ArrayList<>();
        labels.values().forEach((label, values) -> words.add(label + " " + String.join(",", values)));
        return Plain.text(String.join(", ", words));
    }
}
