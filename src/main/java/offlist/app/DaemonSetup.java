package offlist.app;

import java.util.List;
import offlist.catalogue.Selection;
import offlist.pool.PoolSettings;
import offlist.web.Setup;

/** The settings in force, for the pages. */
record DaemonSetup(SettingsKeeper keeper) implements Setup {
    @Override
    public List<PoolSettings> pools() {
        return keeper.settings().pools();
    }

    @Override
    public Selection selection() {
        return keeper.settings().lists();
    }
}
