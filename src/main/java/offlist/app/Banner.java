package offlist.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import offlist.alert.ReceiverSettings;
import offlist.config.EffectiveSettings;
import offlist.config.Settings;
import offlist.dns.ResolverId;
import offlist.pool.PoolName;
import offlist.pool.PoolSettings;
import offlist.yaml.Durations;
import org.jboss.logging.Logger;

/** What the daemon watches, whom it asks and tells, where it keeps and shows it, and what is not right: at the start. */
final class Banner {
    private static final Logger LOG = Logger.getLogger("offlist");
    private static final int MOST_NAMES = 8;

    private Banner() {}

    static void print(Daemon daemon) {
        Settings settings = daemon.settings().settings();
        lines(daemon, settings).forEach(LOG::info);
        wrong(daemon, settings).forEach(LOG::warn);
        EffectiveSettings.lines(settings).forEach(line -> LOG.debugf("setting %s", line));
    }

    private static List<String> lines(Daemon daemon, Settings settings) {
        return List.of(
                "offlist %s watches %s on %d lists every %s; configuration: %s"
                        .formatted(
                                ProgramVersion.text(),
                                pools(settings.pools()),
                                settings.lists().asked().size(),
                                Durations.print(settings.interval().orElse(Settings.DEFAULT_INTERVAL)),
                                daemon.settings().file().map(Object::toString).orElse("none")),
                "asks "
                        + names(WatchedLists.resolvers(settings).stream()
                                .map(ResolverId::value)
                                .toList()),
                "tells "
                        + names(daemon.alerting().receivers().stream()
                                .map(ReceiverSettings::name)
                                .toList()),
                "keeps its records in " + daemon.records(),
                "pages and API http://%s:%d/, metrics and health http://%s:%d/metrics"
                        .formatted(
                                Ports.host("quarkus.http"),
                                Ports.port("quarkus.http", Ports.PAGES),
                                Ports.host("quarkus.management"),
                                Ports.port("quarkus.management", Ports.MANAGEMENT)));
    }

    private static List<String> wrong(Daemon daemon, Settings settings) {
        List<String> wrong = new ArrayList<>();
        if (settings.pools().isEmpty()) {
            wrong.add("no address is watched: there is no pool");
        }
        if (daemon.alerting().receivers().isEmpty()) {
            wrong.add("nobody is told of listings: no receiver is configured");
        }
        if (settings.lists().asked().isEmpty()) {
            wrong.add("no list is asked: lists.use is empty and there is no list of your own");
        }
        return wrong;
    }

    private static String pools(List<PoolSettings> pools) {
        String count = pools.size() == 1 ? "1 pool" : pools.size() + " pools";
        return pools.isEmpty()
                ? count
                : count + " ("
                        + names(pools.stream()
                                .map(PoolSettings::name)
                                .map(PoolName::value)
                                .toList())
                        + ")";
    }

    private static String names(List<String> all) {
        String some = all.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return all.isEmpty()
                ? "nobody"
                : all.size() > MOST_NAMES ? some + " and " + (all.size() - MOST_NAMES) + " more" : some;
    }
}
