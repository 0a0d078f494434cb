package offlist.web;

import java.util.List;
import java.util.Optional;
import offlist.delist.RemovalTask;
import offlist.delist.TaskAction;
import offlist.delist.TaskDesk;
import offlist.delist.TaskFilter;
import offlist.delist.Tasks;

/** Where API and pages read removal tasks. */
interface TaskShelf {
    /** Tasks that match, newest first; a page of {@code limit}, going on after the task {@code cursor}. */
    List<RemovalTask> find(TaskFilter filter, Optional<String> cursor, int limit);

    Optional<RemovalTask> byId(String id);

    Optional<RemovalTask> byListing(String listing);

    /** Somebody does something about a task. */
    TaskDesk.Done act(String id, TaskAction action, String by);

    /** The tasks in the store. */
    static TaskShelf of(Tasks tasks, TaskDesk desk) {
        return new TaskShelf() {
            @Override
            public List<RemovalTask> find(TaskFilter filter, Optional<String> cursor, int limit) {
                return tasks.find(filter, cursor, limit);
            }

            @Override
            public Optional<RemovalTask> byId(String id) {
                return tasks.byId(id);
            }

            @Override
            public Optional<RemovalTask> byListing(String listing) {
                return tasks.byListing(listing);
            }

            @Override
            public TaskDesk.Done act(String id, TaskAction action, String by) {
                return desk.act(id, action, by);
            }
        };
    }
}
