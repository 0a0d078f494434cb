package offlist.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import offlist.delist.Tasks;
import offlist.journal.Journal;
import offlist.track.StatusBoard;

/** Gives the resources what they answer from. */
@ApplicationScoped
public class WebStage {
    @Produces
    @Singleton
    Sources sources(
            Instance<StatusBoard> board,
            Instance<Journal> journal,
            Instance<Setup> setup,
            Instance<Tasks> tasks,
            Instance<Checks> checks) {
        return new Sources(board.get(), journal.get(), setup.get(), TaskShelf.of(tasks.get()), checks.get());
    }
}
