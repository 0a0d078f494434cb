package offlist.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.Selection;
import offlist.delist.RemovalSettings;
import offlist.pool.PoolSettings;
import offlist.pool.SourceState;

/** What the operator has configured, as it is in force now. */
public interface Setup {
    List<PoolSettings> pools();

    /** How the sources of the pools do. */
    List<SourceState> sources();

    /** The lists that are asked, why others are not, and the catalogue. */
    Selection selection();

    /** Who asks for removals. */
    RemovalSettings removal();

    /** Where people reach the pages, when the operator has said so. */
    Optional<URI> externalUrl();
}
