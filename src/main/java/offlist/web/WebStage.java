package offlist.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import offlist.delist.TaskDesk;
import offlist.delist.TaskOpener;
import offlist.delist.Tasks;
import offlist.draft.Requests;
import offlist.journal.Journal;
import offlist.track.StatusBoard;

/** Gives the resources what they answer from. */
@ApplicationScoped
public class WebStage {
    @Produces
    @Singleton
    Sources sources(
            StatusBoard board,
            Journal journal,
            Setup setup,
            Tasks tasks,
            TaskDesk desk,
            TaskOpener opener,
            Requests requests,
            Checks checks) {
        return new Sources(board, journal, setup, TaskShelf.of(tasks, desk, opener, requests), checks);
    }
}
