package offlist.delist;

import java.time.InstantSource;
import offlist.store.Database;

/** The figures as they were a moment ago, for whoever looks often. Threads may share it. */
public final class FigureBoard {
    private final Database database;
    private final InstantSource clock;
    private volatile Figures figures = Figures.NONE;

    public FigureBoard(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Reckons anew. */
    public void refresh() {
        figures = Figures.read(database, clock.instant());
    }

    /** Nothing before they were reckoned the first time. */
    public Figures now() {
        return figures;
    }
}
