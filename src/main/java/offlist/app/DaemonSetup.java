package offlist.app;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.Selection;
import offlist.delist.RemovalSettings;
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

    @Override
    public RemovalSettings removal() {
        return daemon.settings().settings().removal();
    }

    @Override
    public Optional<URI> externalUrl() {
        return daemon.settings().settings().alert().externalUrl();
    }
}
