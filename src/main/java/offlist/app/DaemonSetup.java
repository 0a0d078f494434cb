package offlist.app;

import java.util.List;
import offlist.catalogue.Selection;
import offlist.pool.PoolSettings;
import offlist.pool.SourceState;
import offlist.web.Setup;

/** The settings in force, for the pages. */
record DaemonSetup(Daemon daemon) implements Setup {
    @Override
    public List<PoolSettings> pools() {
        return daemon.settings().settings().pools();
    }

    @Override
    public List<SourceState> sources() {
        return daemon.sources();
    }

    @Override
    public Selection selection() {
        return daemon.settings().settings().lists();
    }
}
