package offlist.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import offlist.catalogue.Selection;
import offlist.delist.RemovalSettings;
import offlist.pool.PoolSettings;
import offlist.pool.SourceKind;
import offlist.pool.SourceState;
import offlist.pool.SourceStatus;
import offlist.testing.Sample;
import offlist.testing.SampleBoard;
import offlist.testing.SampleJournal;

/** What the operator of the sample has configured. */
final class SampleSetup implements Setup {
    private final Selection selection = Sample.selection();
    private final RemovalSettings removal;

    SampleSetup() {
        this(new RemovalSettings(Optional.of("Example Ltd"), Optional.empty()));
    }

    SampleSetup(RemovalSettings removal) {
        this.removal = removal;
    }

    static Sources sources(SampleBoard board, Checks checks) {
        return new Sources(board, new SampleJournal(), new SampleSetup(), new SampleShelf(), checks);
    }

    @Override
    public List<PoolSettings> pools() {
        return Sample.pools();
    }

    @Override
    public List<SourceState> sources() {
        return List.of(new SourceState(
                "spf example.com",
                Sample.TRANSACTIONAL,
                SourceKind.SPF,
                SourceStatus.FAILED,
                "no answer for example.com TXT; the last good answer is used",
                List.of(),
                Sample.ago(3),
                4,
                Optional.of(Sample.ago(3))));
    }

    @Override
    public Selection selection() {
        return selection;
    }

    @Override
    public RemovalSettings removal() {
        return removal;
    }

    @Override
    public Optional<URI> externalUrl() {
        return Optional.of(URI.create("https://offlist.example.com/"));
    }
}
