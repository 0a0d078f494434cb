package offlist.app;

import java.util.List;
import offlist.config.EffectiveSettings;
import offlist.config.Settings;
import org.jboss.logging.Logger;

/** What the daemon watches, where it listens, and what is not right, at the start. */
final class Banner {
    private static final Logger LOG = Logger.getLogger("offlist");

    private Banner() {}

    static void print(Daemon daemon) {
        Settings settings = daemon.settings().settings();
        LOG.infof(
                "offlist %s watches %d pools on %d lists; configuration: %s",
                ProgramVersion.text(),
                settings.pools().size(),
                settings.lists().asked().size(),
                daemon.settings().file().map(Object::toString).orElse("none"));
        LOG.infof(
                "pages and API http://%s:%d/, metrics and health http://%s:%d/metrics",
                Ports.host("quarkus.http"),
                Ports.port("quarkus.http", Ports.PAGES),
                Ports.host("quarkus.management"),
                Ports.port("quarkus.management", Ports.MANAGEMENT));
        if (daemon.alerting().receivers().isEmpty()) {
            LOG.warn("nobody is told of listings: no receiver is configured");
        }
        if (settings.lists().asked().isEmpty()) {
            LOG.warn("no list is asked: lists.use is empty and there is no list of your own");
        }
        List<String> lines = EffectiveSettings.lines(settings);
        lines.forEach(line -> LOG.debugf("setting %s", line));
    }
}
