package offlist.web;

import java.util.List;
import offlist.catalogue.Selection;
import offlist.pool.PoolSettings;
import offlist.testing.Sample;
import offlist.testing.SampleBoard;
import offlist.testing.SampleJournal;

/** What the operator of the sample has configured. */
final class SampleSetup implements Setup {
    private final Selection selection = Sample.selection();

    static Sources sources(SampleBoard board, Checks checks) {
        return new Sources(board, new SampleJournal(), new SampleSetup(), new SampleShelf(), checks);
    }

    @Override
    public List<PoolSettings> pools() {
        return Sample.pools();
    }

    @Override
    public Selection selection() {
        return selection;
    }
}
