package offlist.web;

import java.util.List;
import java.util.Optional;
import offlist.catalogue.ListId;
import offlist.delist.RemovalTask;
import offlist.delist.TaskAction;
import offlist.delist.TaskDesk;
import offlist.delist.TaskFilter;
import offlist.delist.TaskOpener;
import offlist.delist.Tasks;
import offlist.delist.WorkFilter;
import offlist.delist.WorkTally;
import offlist.draft.Requests;
import offlist.pool.Target;

/** Where API and pages read removal tasks. */
interface TaskShelf {
    /** Tasks that match, newest first; a page of {@code limit}, going on after the task {@code cursor}. */
    List<RemovalTask> find(TaskFilter filter, Optional<String> cursor, int limit);

    Optional<RemovalTask> byId(String id);

    Optional<RemovalTask> byListing(String listing);

    /** Tasks in the order in which somebody should turn to them. */
    List<RemovalTask> work(WorkFilter filter, int from, int limit);

    /** How many tasks match, by state. */
    WorkTally tally(WorkFilter filter);

    /** Who did what about a task, the newest first. */
    List<TaskDesk.Step> history(String id, int most);

    /** Somebody does something about a task. */
    TaskDesk.Done act(String id, TaskAction action, String by);

    /** Somebody opens the task of an open listing. */
    TaskOpener.Opened open(Target target, ListId list, String by, String note);

    /**
     * The request by mail.
     *
     * @param send else it is only shown
     */
    Requests.Result mail(RemovalTask task, String by, boolean send);

    /** The tasks in the store. */
    static TaskShelf of(Tasks tasks, TaskDesk desk, TaskOpener opener, Requests requests) {
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
            public List<RemovalTask> work(WorkFilter filter, int from, int limit) {
                return tasks.work().find(filter, from, limit);
            }

            @Override
            public WorkTally tally(WorkFilter filter) {
                return tasks.work().tally(filter);
            }

            @Override
            public List<TaskDesk.Step> history(String id, int most) {
                return desk.history(id, most);
            }

            @Override
            public TaskDesk.Done act(String id, TaskAction action, String by) {
                return desk.act(id, action, by);
            }

            @Override
            public TaskOpener.Opened open(Target target, ListId list, String by, String note) {
                return opener.open(target, list, by, note);
            }

            @Override
            public Requests.Result mail(RemovalTask task, String by, boolean send) {
                return send ? requests.send(task, by) : requests.show(task, by);
            }
        };
    }
}
