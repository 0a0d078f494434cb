package offlist.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import offlist.catalogue.Catalogue;
import offlist.catalogue.CatalogueReader;
import offlist.store.OpenStore;
import offlist.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * What has to be right before the framework starts, so that a mistake of the operator is one sentence: settings read, store
 * opened. The framework's beans find it here.
 *
 * @param console where alerts are printed too; the demo's terminal
 */
record Boot(Loaded loaded, Catalogue catalogue, OpenStore store, Optional<Consumer<String>> console) {
    private static final AtomicReference<@Nullable Boot> CURRENT = new AtomicReference<>();

    static Boot prepare(Loaded loaded, Catalogue catalogue, Path data, Optional<Consumer<String>> console) {
        Boot boot = new Boot(loaded, catalogue, open(data), console);
        CURRENT.set(boot);
        return boot;
    }

    /** The one that was prepared; a framework that was started without one watches nothing, in a directory of its own. */
    static Boot current() {
        Boot prepared = CURRENT.get();
        if (prepared != null) {
            return prepared;
        }
        Catalogue catalogue = CatalogueReader.shipped();
        return prepare(
                Loaded.load(Optional.empty(), java.util.List.of(), catalogue),
                catalogue,
                DataDirectory.path(),
                Optional.empty());
    }

    private static OpenStore open(Path data) {
        try {
            return StoreChoice.open(data);
        } catch (StoreException e) {
            throw new CommandError(CommandError.Exit.STORE, String.valueOf(e.getMessage()));
        }
    }
}
